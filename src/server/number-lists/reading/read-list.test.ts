import { expect, test } from "vitest";
import { takeSample } from "#server/imports/reading/sample.ts";
import { bytesSource } from "#server/imports/reading/source.ts";
import { readList } from "#server/number-lists/reading/read-list.ts";
import { isListOfChanges, recogniseList } from "#server/number-lists/reading/recognise-list.ts";

type Said = number | [number, "A" | "D", string | null] | [line: number, text: string, reason: string];

async function readText(text: string | Uint8Array, country: string | null, column?: string): Promise<Said[]> {
  const said: Said[] = [];
  await readList(
    bytesSource("list.txt", text),
    { country, column },
    {
      number: (number) => void said.push(number),
      change: (number, { removed, on }) => void said.push([number, removed ? "D" : "A", on]),
      refused: (line, row, reason) => void said.push([line, row, reason]),
    },
  );
  return said;
}

test.each<[string, string, string, Said[]]>([
  ["the FTC's flat file", "202,5550101\r\n703,5550103\r\n", "US", [12_025_550_101, 17_035_550_103]],
  ["ten digits a line", "2025550101\n7035550103", "US", [12_025_550_101, 17_035_550_103]],
  [
    "a change list",
    "202,5550101,2026-05-01,A\r\n703,5550103,2026-05-01,D\r\n",
    "US",
    [
      [12_025_550_101, "A", "2026-05-01"],
      [17_035_550_103, "D", "2026-05-01"],
    ],
  ],
  [
    "its fields in another order",
    "A,20260501,202,5550101\nD,20260502,703,5550103\n",
    "US",
    [
      [12_025_550_101, "A", "2026-05-01"],
      [17_035_550_103, "D", "2026-05-02"],
    ],
  ],
  ["national numbers of Britain", "02079460000\r\n07700900000\r\n", "GB", [442_079_460_000, 447_700_900_000]],
  [
    "any spelling",
    "+1 (202) 555-0101\n1-703-555-0103\ntel:2025550102\n",
    "US",
    [12_025_550_101, 17_035_550_103, 12_025_550_102],
  ],
  [
    "a table",
    "Name;Telephone;Since\nAnn;020 7946 0000;2026-01-02\n\nBob;+44 7700 900000;2026-01-03\n",
    "GB",
    [442_079_460_000, 447_700_900_000],
  ],
  [
    "what cannot be read, by its line",
    "2025550101\n12\n2025550102\n6.28E+12\n",
    "US",
    [12_025_550_101, 12_025_550_102, [2, "12", "impossible"]],
  ],
])("%s", async (_name, text, country, expected) => {
  const said = await readText(text, country);

  expect(said.filter((each) => typeof each === "number")).toEqual(expected.filter((each) => typeof each === "number"));
  for (const each of expected) expect(said).toContainEqual(each);
});

test("the FTC's tagged files, full and of changes", async () => {
  const full = `<?xml version="1.0"?><list type="full"><ac val="202"><ph val="5550101"/><ph val="5550102"/></ac></list>`;
  const changes = `<list type='change'><ac val='703'><ph val='5550103' chg='D' date='2026-05-01'/></ac></list>`;

  expect(await readText(full, "US")).toEqual([12_025_550_101, 12_025_550_102]);
  expect(await readText(changes, "US")).toEqual([[17_035_550_103, "D", "2026-05-01"]]);
});

test("a list in UTF-16 is read", async () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Phone\r\n2025550101\r\n", "utf16le")]);

  expect(await readText(bytes, "US")).toEqual([12_025_550_101]);
});

test("the column that was named is read", async () => {
  expect(await readText("a,b\n2025550101,7035550103\n", "US", "B")).toEqual([17_035_550_103]);
  await expect(readText("a,b\n2025550101,7035550103\n", "US", "c")).rejects.toMatchObject({
    details: { field: "column", value: "c", columns: ["a", "b"] },
  });
});

test.each<[string, string, string | null, boolean]>([
  ["full.txt", "202,5550101\r\n", "us-dnc", false],
  ["toronto.txt", "416,5550101\r\n", "ca-dncl", false],
  ["changes.txt", "202,5550101,2026-05-01,A\r\n", "us-dnc", true],
  ["uk_tps.txt", "02079460000\r\n", "gb-tps", false],
  ["2026-11-01 CTPS.csv", "02079460000\r\n", "gb-ctps", false],
  ["numbers.txt", "02079460000\r\n", null, false],
  ["tps.csv", "Name,Phone\nAnn,02079460000\n", null, false],
  ["people.csv", "Ann,202,5550101\n", null, false],
])("%s: what list it says it is", async (name, text, list, isChanges) => {
  const sample = await takeSample(bytesSource(name, text));

  expect(recogniseList(sample)).toBe(list);
  expect(isListOfChanges(sample)).toBe(isChanges);
});
