import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ImportOptions } from "#api/imports.ts";
import { continueImport } from "#server/imports/continue-import.ts";
import { importFiles } from "#server/imports/import-files.ts";
import { findImport } from "#server/imports/queries.ts";
import { startImport } from "#server/imports/start-import.ts";
import { transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aWorkspace } from "#test/factories.ts";
import { anImport, countsOfImport, peopleOf } from "#test/imports.ts";

const database = testDatabase();

const list = `First Name,Last Name,Email,Phone,Company
Ann,Lee,ann@example.com,+1 212 555 0123,Acme Inc.
Bob,Lee,bob@example.com,+1 212 555 0123,Acme
ann,lee,ANN@example.com,,
,,,,
Cid,Ray,,+1 212 555 0199,
`;

test("a list becomes contacts, each once", async () => {
  const ctx = await aWorkspace(database);

  const id = await anImport(ctx, "list.csv", list);

  expect(await countsOfImport(ctx, id)).toMatchObject({ rows: 5, created: 3, updated: 0, skipped: 2, rejected: 0 });
  expect(await peopleOf(ctx)).toEqual([
    { name: "Ann Lee", company: "Acme Inc.", points: ["+12125550123", "ann@example.com"] },
    { name: "Bob Lee", company: "Acme Inc.", points: ["+12125550123", "bob@example.com"] },
    { name: "Cid Ray", company: null, points: ["+12125550199"] },
  ]);
});

test("an import ends when it ends, not when it began", async () => {
  const ctx = await aWorkspace(database);

  const id = await anImport(ctx, "list.csv", list);

  const stored = await transaction(ctx, (tx) => findImport(tx.db, id));
  expect(stored?.finishedAt?.getTime()).toBeGreaterThan(ctx.now.getTime());
});

test("the same file again changes nothing", async () => {
  const ctx = await aWorkspace(database);
  await anImport(ctx, "list.csv", list);
  const before = await peopleOf(ctx);

  const again = await anImport(ctx, "list.csv", list);

  expect(await countsOfImport(ctx, again)).toMatchObject({ rows: 5, created: 0, updated: 0, skipped: 5, rejected: 0 });
  expect(await peopleOf(ctx)).toEqual(before);
});

test("a column mistyped the first time does not stand in the way of the same file", async () => {
  const ctx = await aWorkspace(database);
  const path = join(await mkdtemp(join(tmpdir(), "warmline-")), "list.csv");
  await writeFile(path, list);
  const once = (options: ImportOptions) =>
    importFiles(ctx, { files: [path], dryRun: false, json: true, options }, silentTerminal);

  expect(await once({ mapping: { Nope: "email" } })).toBe("bad_input");
  expect(await once({ format: "nosuch" })).toBe("bad_input");
  expect(await once({ format: "zoom_webinar" })).toBe("bad_input");
  expect(await once({ mapping: { Company: "ignore" } })).toBe("ok");

  expect((await peopleOf(ctx)).map(({ name, company }) => ({ name, company }))).toEqual([
    { name: "Ann Lee", company: null },
    { name: "Bob Lee", company: null },
    { name: "Cid Ray", company: null },
  ]);
});

test("a file that failed in the page can be started again in another way", async () => {
  const ctx = await aWorkspace(database);
  await expect(anImport(ctx, "list.csv", list, { mapping: { Nope: "email" } })).rejects.toMatchObject({
    details: { reason: "column_unknown" },
  });
  const { id } = await transaction(ctx, (tx) =>
    tx.db.selectFrom("imports").select("id").where("state", "=", "failed").executeTakeFirstOrThrow(),
  );

  await transaction(ctx, (tx) => startImport(tx, { id, options: {} }));
  await continueImport(ctx, { importId: id });

  expect(await countsOfImport(ctx, id)).toMatchObject({ rows: 5, created: 3, state: "done" });
});

const silentTerminal = { out: () => undefined, say: () => undefined, progress: () => undefined, stdin: process.stdin };
