import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commands } from "#server/commands.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { parseCommand } from "#server/platform/command.ts";
import type { Context } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "warmline-list-commands-"));
afterAll(() => rmSync(folder, { recursive: true }));

const samples = "test/fixtures/samples/dnc";

function aFile(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(ctx: Context, ...[name = "", ...words]: string[]) {
  const found = commands.find((each) => each.name === name);
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
  return { result, said, out, json: out.map((line) => (line.startsWith("{") ? JSON.parse(line) : line)) };
}

async function withLists(): Promise<Context> {
  const ctx = await aWorkspace(database, { country: "US" });
  await run(ctx, "import", `${samples}/us_ftc_full_flat.txt`, `${samples}/uk_tps.txt`);
  return ctx;
}

test("import knows do-not-call lists by themselves, and applies changes after the list", async () => {
  const ctx = await aWorkspace(database);

  const files = ["us_ftc_change_list.txt", "us_ftc_full_flat.txt", "uk_tps.txt"].map((name) => `${samples}/${name}`);
  const { result, json } = await run(ctx, "import", ...files, "--copied-on", "2026-04-30", "--json");

  expect(result).toBe("ok");
  expect(json).toMatchObject([
    {
      format: "dnc",
      list: "us-dnc",
      copiedOn: "2026-04-30",
      kind: "full",
      rows: 3,
      created: 3,
      skipped: 0,
      rejected: 0,
      touchpoints: 0,
    },
    { format: "dnc", list: "gb-tps", rows: 3, created: 3 },
    { format: "dnc", list: "us-dnc", kind: "changes", rows: 2, created: 0, updated: 1, skipped: 1, rejected: 0 },
  ]);
});

test("rejected rows of a list stand in a file beside it, and the counts add up", async () => {
  const ctx = await aWorkspace(database);
  const path = aFile("pa.csv", "Number\n(215) 555-0101\nunknown\n215-555-0102\n");

  const { json } = await run(ctx, "import", path, "--list", "us-pa", "--copied-on", "2026-11-01", "--json");

  expect(json).toMatchObject([
    { rows: 3, created: 2, rejected: 1, copiedOn: "2026-11-01", rejectedFile: `${path}.rejected.csv` },
  ]);
  expect(readFileSync(`${path}.rejected.csv`, "utf8")).toContain('"unknown",3,not a number');
});

test("bare numbers that name no list are refused, not made into people", async () => {
  const ctx = await aWorkspace(database);
  const path = aFile("numbers.txt", "2025550101\n");

  const { result, said } = await run(ctx, "import", path, "--as", "dnc");

  expect(result).toBe("bad_input");
  expect(said[0]).toContain("--list");
});

test("scrub writes the file again with what the list says of each number", async () => {
  const ctx = await withLists();
  const path = aFile(
    "people.csv",
    'Name,Telephone,Note\r\nAnn,+1 202 555 0101,"a, b"\r\nBob,(202) 555-0199,\r\nCat,2025550102,x\r\nDee,12,\r\n',
  );

  const { result, json } = await run(ctx, "scrub", path, "--list", "us-dnc", "--json");

  expect(result).toBe("ok");
  expect(json).toMatchObject([{ file: path, list: "us-dnc", rows: 4, yes: 2, no: 1, invalid: 1, unchecked: 0 }]);
  expect(readFileSync(json[0].output, "utf8")).toBe(
    'Name,Telephone,Note,listed\r\nAnn,+1 202 555 0101,"a, b",yes\r\nBob,(202) 555-0199,,no\r\n' +
      "Cat,2025550102,x,yes\r\nDee,12,,invalid\r\n",
  );
});

test.each<[string, string | Uint8Array, string, string | Uint8Array]>([
  [
    "one number a line, the last without an end",
    "02079460000\n07700900009",
    "gb-tps",
    "02079460000,yes\n07700900009,no",
  ],
  ["the FTC's two columns", "202,5550101\n703,5550100\n", "us-dnc", "202,5550101,yes\n703,5550100,no\n"],
  [
    "semicolons, a preamble, blank lines",
    "My list\n\nName;Phone\nZoé;2025550101\n\nÅsa;\n",
    "us-dnc",
    "My list\n\nName;Phone;listed\nZoé;2025550101;yes\n\nÅsa;;invalid\n",
  ],
  [
    "cp1252, whose bytes stay as they are",
    Buffer.from("Name,Phone\nZo\xe9,2025550101\n", "latin1"),
    "us-dnc",
    Buffer.from("Name,Phone,listed\nZo\xe9,2025550101,yes\n", "latin1"),
  ],
  [
    "UTF-16",
    Buffer.from("\uFEFFName\tPhone\r\nZoé\t2025550101\r\n", "utf16le"),
    "us-dnc",
    Buffer.from("\uFEFFName\tPhone\tlisted\r\nZoé\t2025550101\tyes\r\n", "utf16le"),
  ],
  [
    "a row over several lines",
    'Name,Phone\n"Ann\nLee",2025550101\nBob,2025550109\n',
    "us-dnc",
    'Name,Phone,listed\n"Ann\nLee",2025550101,yes\nBob,2025550109,no\n',
  ],
])("scrub keeps %s", async (_name, text, list, expected) => {
  const ctx = await withLists();
  const path = aFile(`kept-${Math.random()}.csv`, text);

  const { result } = await run(ctx, "scrub", path, "--list", list);

  expect(result).toBe("ok");
  expect(readFileSync(`${path}.scrubbed.csv`)).toEqual(Buffer.from(expected as string));
});

test("scrub of a file larger than one piece answers as number by number", async () => {
  const ctx = await withLists();
  const lines = Array.from({ length: 200_000 }, (_, index) => `+1202555${String(index % 10_000).padStart(4, "0")}`);
  const path = aFile("large.txt", lines.join("\n"));

  const { json } = await run(ctx, "scrub", path, "--list", "us-dnc", "--json");

  expect(json).toMatchObject([{ rows: 200_000, yes: 40, no: 199_960, invalid: 0 }]);
  const isListed = (line: string) => line.endsWith("0101") || line.endsWith("0102");
  expect(readFileSync(`${path}.scrubbed.csv`, "utf8").split("\n")).toEqual(
    lines.map((line) => `${line},${isListed(line) ? "yes" : "no"}`),
  );
});

test("the internal list is what people said no to", async () => {
  const ctx = await aWorkspace(database, { country: "US" });
  const { id, phones } = await aContact(ctx);
  await recordSuppression(ctx, { contactId: id, kind: "do_not_call", words: "" });
  const path = aFile("internal.txt", `${phones[0]}\n+12025550101\n`);

  const { json } = await run(ctx, "scrub", path, "--list", "internal", "--json");

  expect(json).toMatchObject([{ rows: 2, yes: 1, no: 1 }]);
});

test("scrub names what is wrong: the column, the list, the file", async () => {
  const ctx = await withLists();
  const path = aFile("wrong.csv", "Name,Phone\nAnn,2025550101\n");

  expect((await run(ctx, "scrub", path, "--list", "us-dnc", "--column", "Mobile")).said[0]).toContain("Mobile");
  expect((await run(ctx, "scrub", path, "--list", "us-tx")).said[0]).toContain('no copy of "us-tx"');
  expect((await run(ctx, "scrub", join(folder, "none.csv"), "--list", "us-dnc")).said[0]).toContain("no such file");
});

test("lists says how old each copy is", async () => {
  const ctx = await withLists();

  const { out } = await run(ctx, "lists");

  expect(out).toEqual(
    expect.arrayContaining([expect.stringContaining("us-dnc: 3 numbers of 2 area codes, copy of 2026-11-23")]),
  );
});
