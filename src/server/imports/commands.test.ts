import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { importCommands } from "#server/imports/commands.ts";
import { parseCommand } from "#server/platform/command.ts";
import type { Context } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aWorkspace } from "#test/factories.ts";
import { peopleOf, whatCounts } from "#test/imports.ts";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "warmline-import-commands-"));
afterAll(() => rmSync(folder, { recursive: true }));

function aFile(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(ctx: Context, ...line: string[]) {
  const [name, ...words] = line;
  const found = importCommands.find((each) => each.name === name);
  if (found?.for !== "workspace") throw new Error(`${name} works in a workspace`);
  const out: string[] = [];
  const said: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    say: (text: string) => void said.push(text),
    progress: () => undefined,
    stdin: process.stdin,
  };
  const { input } = parseCommand(found, words);
  const result = await found.run(ctx, input as never, terminal, undefined as never);
  return { result, out, said };
}

const people =
  "Name,Email,Phone,Kunde\nAnn Lee,ann@example.com,+1 212 555 0123,Acme\nBob Ray,bob@example.com,6.28E+12,\n";

test("import prints one object a file and writes what it rejected beside it", async () => {
  const ctx = await aWorkspace(database);
  const [one, two] = [aFile("one.csv", people), aFile("two.csv", "Name,Email,Kunde\nCid Fox,cid@example.com,\n")];

  const { result, out } = await run(ctx, "import", one, two, "--map", "Kunde=company", "--json");

  expect(result).toBe("ok");
  expect(out.map((line) => JSON.parse(line))).toMatchObject([
    { file: one, format: "table", rows: 2, created: 1, rejected: 1, touchpoints: 0, consents: 0, suppressions: 0 },
    { file: two, rows: 1, created: 1, updated: 0, merged: 0, skipped: 0, rejected: 0 },
  ]);
  expect(readFileSync(`${one}.rejected.csv`, "utf8")).toContain("Bob Ray,bob@example.com,6.28E+12,,2,");
  expect(existsSync(`${two}.rejected.csv`)).toBe(false);
  expect((await peopleOf(ctx))[0]).toMatchObject({ name: "Ann Lee", company: "Acme" });
});

test("a dry run counts as the import would, and keeps nothing", async () => {
  const ctx = await aWorkspace(database);
  const path = aFile("dry.csv", people);
  const before = await whatCounts(ctx);

  const dry = await run(ctx, "import", path, "--dry-run", "--json");
  expect(await whatCounts(ctx)).toEqual(before);
  const real = await run(ctx, "import", path, "--json");

  const [promised, kept] = [JSON.parse(dry.out[0] ?? ""), JSON.parse(real.out[0] ?? "")];
  expect(promised).toMatchObject({ import: null, dryRun: true });
  for (const count of ["rows", "created", "updated", "merged", "skipped", "rejected", "touchpoints"]) {
    expect({ count, value: promised[count] }).toEqual({ count, value: kept[count] });
  }
});

test("undo takes it back and says how much", async () => {
  const ctx = await aWorkspace(database);
  const { out } = await run(ctx, "import", aFile("undo.csv", people), "--json");
  const { import: id } = JSON.parse(out[0] ?? "");

  const undone = await run(ctx, "undo", id, "--json");

  expect(JSON.parse(undone.out[0] ?? "")).toMatchObject({ import: id, contactsWithdrawn: 1, keptCount: 0 });
  expect(await peopleOf(ctx)).toEqual([]);
  expect((await run(ctx, "undo", id, "--json")).out).toEqual(undone.out);
});

test("one file that cannot be imported is named with its fault, and does not keep the others out", async () => {
  const ctx = await aWorkspace(database);
  const good = aFile("good.csv", "Name,Email\nDee Orr,dee@example.com\n");

  const { result, out, said } = await run(
    ctx,
    "import",
    join(folder, "missing.csv"),
    aFile("empty.csv", ""),
    good,
    "--json",
  );

  expect(result).toBe("bad_input");
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/missing\.csv: there is no such file/);
  expect(said[1]).toMatch(/empty\.csv: the file is empty/);
  expect(out.map((line) => JSON.parse(line).created)).toEqual([1]);
});

test.each([
  ["diary.txt", "Dear diary,\ntoday I saw the sea, and nobody else.\nTomorrow, rain.\n"],
  ["diary.csv", "Dear diary, today I saw the sea\nand nobody else, until Tuesday\n"],
])("a text that is no table makes nobody: %s", async (name, text) => {
  const ctx = await aWorkspace(database);
  const path = aFile(name, text);

  for (const flags of [["--dry-run"], []]) {
    const { result, out, said } = await run(ctx, "import", path, ...flags);

    expect({ result, out }).toEqual({ result: "bad_input", out: [] });
    expect(said).toEqual([expect.stringMatching(/diary\.\w+: nothing in the file says .* --map COLUMN=FIELD/)]);
  }
  expect(await peopleOf(ctx)).toEqual([]);
});

test("a list of mere names is imported once somebody says that they are names", async () => {
  const ctx = await aWorkspace(database);
  const path = aFile("names.csv", "Ada Lovelace\nGrace Hopper\n");

  const refused = await run(ctx, "import", path);
  const { result } = await run(ctx, "import", path, "--map", "Column 1=name");

  expect([refused.result, result]).toEqual(["bad_input", "ok"]);
  expect((await peopleOf(ctx)).map(({ name }) => name).sort()).toEqual(["Ada Lovelace", "Grace Hopper"]);
});

test.each([
  [["import"]],
  [["import", "x.csv", "--map", "nonsense"]],
  [["import", "x.csv", "--country", "USA"]],
  [["undo"]],
])("%j is wrong usage", async (line) => {
  const ctx = await aWorkspace(database);

  await expect(run(ctx, ...line)).rejects.toThrow();
});
