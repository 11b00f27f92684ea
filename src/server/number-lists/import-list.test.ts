import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { ImportedList } from "#api/number-lists.ts";
import { askGate } from "#server/compliance/ask-gate.ts";
import { loadGateFacts } from "#server/compliance/gate-facts.ts";
import { loadGateWorkspace } from "#server/compliance/load-gate-workspace.ts";
import { clearNumberLists } from "#server/number-lists/clear-number-lists.ts";
import { copyPath } from "#server/number-lists/copy-files.ts";
import { importList } from "#server/number-lists/import-list.ts";
import { listLists } from "#server/number-lists/list-lists.ts";
import { listingsOf } from "#server/number-lists/listings-of.ts";
import { undoListImport } from "#server/number-lists/undo-list-import.ts";
import { withdrawList } from "#server/number-lists/withdraw-list.ts";
import { type Context, openContext, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "warmline-lists-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Options = { list?: string; copiedOn?: string; isWhole?: boolean };

async function imported(ctx: Context, text: string, options: Options = {}): Promise<ImportedList> {
  const path = join(folder, `${randomUUID()}.txt`);
  writeFileSync(path, text);
  const files = [{ path, name: "list.txt", rejectedPath: `${path}.rejected.csv` }];
  return importList(ctx, { list: "us-dnc", isWhole: false, ...options, files });
}

async function lookedUp(ctx: Context, ...numbers: string[]) {
  const found = await transaction(ctx, (tx) => listingsOf(tx, numbers));
  return numbers.map((number) => ({
    on: found.get(number)?.listings.map(({ list }) => list),
    ...found.get(number)?.registers,
  }));
}

const full = "202,5550101\r\n202,5550102\r\n703,5550103\r\n";

test("numbers of an imported list are listed, with the date of the copy; those of other area codes are unchecked", async () => {
  const ctx = await aWorkspace(database);

  const { files, copiedOn } = await imported(ctx, full, { copiedOn: "2026-11-10" });

  expect(files).toMatchObject([{ rows: 3, created: 3, updated: 0, merged: 0, skipped: 0, rejected: 0 }]);
  expect(copiedOn).toBe("2026-11-10");
  expect(await lookedUp(ctx, "+12025550101", "+12025550199", "+13055550101", "+442079460000")).toEqual([
    { on: ["us-dnc"], "us-dnc": "2026-11-10" },
    { on: [], "us-dnc": "2026-11-10" },
    { on: [] },
    { on: [] },
  ]);
});

test("the same file again adds nothing, and takes the place of the copy before", async () => {
  const ctx = await aWorkspace(database);
  await imported(ctx, full, { copiedOn: "2026-11-01" });

  const { files } = await imported(ctx, `${full}202,5550101\r\n202,12\r\n`, { copiedOn: "2026-11-10" });

  expect(files).toMatchObject([{ rows: 5, created: 0, skipped: 4, rejected: 1 }]);
  const { items } = await transaction(ctx, (tx) => listLists(tx, { all: "true", limit: 10 }));
  expect(items.map(({ copiedOn, ending, numbers }) => ({ copiedOn, ending, numbers }))).toEqual([
    { copiedOn: "2026-11-10", ending: null, numbers: 3 },
    { copiedOn: "2026-11-01", ending: "replaced", numbers: 3 },
  ]);
});

test("the same file of the same day again changes nothing", async () => {
  const ctx = await aWorkspace(database);
  await imported(ctx, full, { copiedOn: "2026-11-01" });

  const { importId, files } = await imported(ctx, full, { copiedOn: "2026-11-01" });

  expect(importId).toBeNull();
  expect(files).toMatchObject([{ rows: 3, created: 0, skipped: 3 }]);
  const { items } = await transaction(ctx, (tx) => listLists(tx, { all: "true", limit: 10 }));
  expect(items).toHaveLength(1);
});

test("an import that is undone gives back what it replaced", async () => {
  const ctx = await aWorkspace(database);
  await imported(ctx, full, { copiedOn: "2026-11-01" });
  const { importId } = await imported(ctx, "202,5550109\r\n703,5550109\r\n", { copiedOn: "2026-11-10" });

  const undone = await undoListImport(ctx, importId ?? "");

  expect(undone).toEqual({ withdrawn: 1, reinstated: 1 });
  expect(await lookedUp(ctx, "+12025550101", "+12025550109")).toEqual([
    { on: ["us-dnc"], "us-dnc": "2026-11-01" },
    { on: [], "us-dnc": "2026-11-01" },
  ]);
  expect(await undoListImport(ctx, importId ?? "")).toBeUndefined();
});

test("a copy of one area code leaves the others as they are", async () => {
  const ctx = await aWorkspace(database);
  await imported(ctx, full, { copiedOn: "2026-11-01" });

  await imported(ctx, "703,5550104\r\n", { copiedOn: "2026-11-10" });

  expect(await lookedUp(ctx, "+12025550101", "+17035550103", "+17035550104")).toEqual([
    { on: ["us-dnc"], "us-dnc": "2026-11-01" },
    { on: [], "us-dnc": "2026-11-10" },
    { on: ["us-dnc"], "us-dnc": "2026-11-10" },
  ]);
});

test("changes make a later state of the copy that they belong to", async () => {
  const ctx = await aWorkspace(database);
  await imported(ctx, full, { copiedOn: "2026-11-01" });

  const { files, kind, copiedOn } = await imported(
    ctx,
    "202,5550109,2026-11-08,A\r\n703,5550103,2026-11-09,D\r\n202,5550101,2026-11-08,A\r\n305,5550105,2026-11-08,A\r\n",
  );

  expect({ kind, copiedOn }).toEqual({ kind: "changes", copiedOn: "2026-11-09" });
  expect(files).toMatchObject([{ rows: 4, created: 2, updated: 1, skipped: 1, rejected: 0 }]);
  expect(await lookedUp(ctx, "+12025550101", "+12025550109", "+17035550103", "+13055550105", "+13055550106")).toEqual([
    { on: ["us-dnc"], "us-dnc": "2026-11-09" },
    { on: ["us-dnc"], "us-dnc": "2026-11-09" },
    { on: [], "us-dnc": "2026-11-09" },
    { on: ["us-dnc"] },
    { on: [] },
  ]);
});

test("a removal from before the copy was made is in it already", async () => {
  const ctx = await aWorkspace(database);
  await imported(ctx, full, { copiedOn: "2026-11-10" });

  const { files } = await imported(ctx, "703,5550103,2026-11-09,D\r\n");

  expect(files).toMatchObject([{ rows: 1, updated: 0, skipped: 1 }]);
  expect(await lookedUp(ctx, "+17035550103")).toMatchObject([{ on: ["us-dnc"] }]);
});

test("lists and changes leave what a set of the numbers would be", async () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 2_025_550_000, max: 2_025_550_400 }), { maxLength: 300 });
  const changes = fc.array(fc.tuple(fc.integer({ min: 2_025_550_000, max: 2_025_550_400 }), fc.boolean()), {
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(numbers, changes, async (first, changed) => {
      const ctx = await aWorkspace(database);
      const set = new Set([2_025_550_500, ...first]);
      await imported(ctx, [...set].map((each) => `${each}\n`).join(""), { copiedOn: "2026-11-01" });
      for (const [each, isAdded] of changed) isAdded ? set.add(each) : set.delete(each);
      const lines = changed.map(([each, isAdded]) => {
        const text = String(each);
        return `${text.slice(0, 3)},${text.slice(3)},2026-11-02,${isAdded ? "A" : "D"}\n`;
      });
      await imported(ctx, lines.join(""));

      const asked = Array.from({ length: 402 }, (_, index) => 2_025_550_000 + index);
      const found = await lookedUp(ctx, ...asked.map((each) => `+1${each}`));
      expect(asked.filter((_, index) => found[index]?.on?.length)).toEqual(asked.filter((each) => set.has(each)));
    }),
    { numRuns: 8 },
  );
});

test("an older copy than the one in force is refused, and so is a date to come", async () => {
  const ctx = await aWorkspace(database);
  await imported(ctx, full, { copiedOn: "2026-11-10" });

  await expect(imported(ctx, full, { copiedOn: "2026-11-09" })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "newer_copy_in_force", inForce: "2026-11-10" },
  });
  await expect(imported(ctx, full, { copiedOn: "2026-12-01" })).rejects.toMatchObject({ code: "invalid_input" });
});

test("a national list speaks for all numbers of its country", async () => {
  const ctx = await aWorkspace(database);

  await imported(ctx, "02079460000\r\n07700900000\r\n", { list: "gb-tps", copiedOn: "2026-11-10" });

  expect(await lookedUp(ctx, "+442079460000", "+442079460001", "+12025550101")).toEqual([
    { on: ["gb-tps"], "gb-tps": "2026-11-10" },
    { on: [], "gb-tps": "2026-11-10" },
    { on: [] },
  ]);
});

test("a crash before the end leaves the list as it was, and nothing behind", async () => {
  const ctx = await aWorkspace(database);
  await imported(ctx, full, { copiedOn: "2026-11-01" });
  const nobody = as(ctx, { ...ctx.actor, userId: null });

  await expect(imported(nobody, "202,5550199\r\n", { copiedOn: "2026-11-10" })).rejects.toThrow();

  expect(await lookedUp(ctx, "+12025550101")).toEqual([{ on: ["us-dnc"], "us-dnc": "2026-11-01" }]);
  const files = readdirSync(join(ctx.dataDir, "lists", ctx.actor.workspaceId));
  expect(files.filter((name) => name.includes("partial"))).toEqual([]);
});

test("a process without the file, or with a damaged one, fetches it from the database", async () => {
  const ctx = await aWorkspace(database);
  const { copies } = await imported(ctx, full, { copiedOn: "2026-11-01" });
  const [id = ""] = copies;
  const elsewhere = inFolder(ctx, "elsewhere");
  const damaged = inFolder(ctx, "damaged");
  mkdirSync(dirname(copyPath(damaged, id)), { recursive: true });
  writeFileSync(copyPath(damaged, id), "half of a file");

  for (const each of [elsewhere, damaged]) {
    expect(await lookedUp(each, "+12025550101")).toMatchObject([{ on: ["us-dnc"] }]);
    expect(readFileSync(copyPath(each, id))).toEqual(readFileSync(copyPath(ctx, id)));
  }
});

/** As another process would work, which has its own data folder. */
function inFolder(ctx: Context, name: string): Context {
  const { pool, log, ledgerKey, actor, now } = ctx;
  return openContext({ pool, log, ledgerKey, dataDir: join(folder, name) }, actor, now);
}

test("the numbers of a replaced copy are cleared after a while; that it was there stays", async () => {
  const ctx = await aWorkspace(database);
  await imported(ctx, full, { copiedOn: "2026-11-01" });
  await imported(ctx, full, { copiedOn: "2026-11-10" });

  await clearNumberLists(ctx);
  expect(await pieces(ctx)).toBe(2);
  await clearNumberLists(at(ctx, "2026-11-24T12:00:00Z"));
  await clearNumberLists(at(ctx, "2026-11-24T12:00:00Z"));

  expect(await pieces(ctx)).toBe(1);
  expect(await lookedUp(ctx, "+12025550101")).toMatchObject([{ on: ["us-dnc"] }]);
});

async function pieces(ctx: Context): Promise<number> {
  const rows = await transaction(ctx, (tx) => tx.db.selectFrom("numberListChunks").select("position").execute());
  return rows.length;
}

test("a copy that a compliance officer withdraws is not looked into any more", async () => {
  const ctx = await aWorkspace(database);
  const { copies } = await imported(ctx, full);
  const officer = as(ctx, await aMember(ctx, { role: "compliance_officer" }));

  await transaction(officer, (tx) => withdrawList(tx, { id: copies[0] ?? "" }));

  expect(await lookedUp(ctx, "+12025550101")).toEqual([{ on: [] }]);
  await expect(transaction(officer, (tx) => withdrawList(tx, { id: copies[0] ?? "" }))).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a rep imports no list, and no workspace sees the lists of another", async () => {
  const ctx = await aWorkspace(database);
  const other = await aWorkspace(database);
  await imported(ctx, full);

  await expect(imported(as(ctx, await aMember(ctx)), full)).rejects.toMatchObject({ code: "permission_denied" });
  expect(await lookedUp(other, "+12025550101")).toEqual([{ on: [] }]);
});

test("a list goes stale on the day after its last good one", async () => {
  const ctx = await aWorkspace(database);
  await imported(ctx, full, { copiedOn: "2026-10-23" });

  const shown = async (now: string) =>
    (await transaction(at(ctx, now), (tx) => listLists(tx, { all: "false", limit: 10 }))).items[0];

  expect(await shown("2026-11-23T12:00:00Z")).toMatchObject({ ageDays: 31, isFresh: true, freshUntil: "2026-11-23" });
  expect(await shown("2026-11-24T12:00:00Z")).toMatchObject({ ageDays: 32, isFresh: false });
});

test("the gate is told which lists a number is on, and of which day they are", async () => {
  const ctx = await aWorkspace(database);
  const { id, phones } = await aContact(ctx);
  const ten = (phones[0] ?? "").slice(2);
  await imported(ctx, `${ten.slice(0, 3)},${ten.slice(3)}\r\n`, { copiedOn: "2026-11-10" });

  const request = await transaction(ctx, async (tx) => {
    const workspace = await loadGateWorkspace(tx);
    const known = (await loadGateFacts(tx, workspace, [id])).get(id);
    const standing = { hotUntil: null, warmUntil: null } as never;
    return known && askGate(workspace, { ...known, standing }, ctx.now)?.request;
  });

  expect(request).toMatchObject({
    listings: [{ list: "us-dnc" }],
    seller: { registers: { "us-dnc": "2026-11-10" } },
  });
});
