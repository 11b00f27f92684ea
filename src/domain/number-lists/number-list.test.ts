import { expect, test } from "vitest";
import { type Copy, freshDaysOf, speaksFor, standingOn, supersedes } from "#domain/number-lists/number-list.ts";

const washington = 12_025_550_101;
const virginia = 17_035_550_103;
const copyOf = (
  copiedOn: string,
  areaCodes: string[] | null,
  numbers: number[] = [],
): Copy & { numbers: number[] } => ({
  list: "us-dnc",
  copiedOn,
  areaCodes,
  numbers,
});
const holds = (copy: { numbers: number[] }, number: number) => copy.numbers.includes(number);

test.each<[string, ReturnType<typeof copyOf>[], { listed: boolean; copiedOn: string | null }]>([
  ["no copy says nothing", [], { listed: false, copiedOn: null }],
  ["a copy of another area code says nothing", [copyOf("2026-11-01", ["1703"])], { listed: false, copiedOn: null }],
  ["a copy without the number", [copyOf("2026-11-01", ["1202"])], { listed: false, copiedOn: "2026-11-01" }],
  ["a copy with it", [copyOf("2026-11-01", ["1202"], [washington])], { listed: true, copiedOn: "2026-11-01" }],
  [
    "the newer copy of the area code wins",
    [copyOf("2026-11-09", ["1202"]), copyOf("2026-11-01", ["1202", "1703"], [washington])],
    { listed: false, copiedOn: "2026-11-09" },
  ],
  [
    "a newer copy of another area code changes nothing",
    [copyOf("2026-11-09", ["1703"]), copyOf("2026-11-01", ["1202", "1703"], [washington])],
    { listed: true, copiedOn: "2026-11-01" },
  ],
  [
    "additions alone list, and check nothing",
    [copyOf("2026-11-09", [], [washington])],
    { listed: true, copiedOn: null },
  ],
  [
    "a list that came after the additions wins",
    [copyOf("2026-11-10", ["1202"]), copyOf("2026-11-09", [], [washington])],
    { listed: false, copiedOn: "2026-11-10" },
  ],
])("%s", (_name, copies, expected) => {
  expect(standingOn(copies, washington, holds)).toEqual(expected);
});

test("a national list speaks for the numbers of its country", () => {
  const tps: Copy = { list: "gb-tps", copiedOn: "2026-11-01", areaCodes: null };

  expect([speaksFor(tps, 442_079_460_000), speaksFor(tps, virginia)]).toEqual([true, false]);
});

test("a copy takes the place of those whose area codes it has", () => {
  const both = copyOf("2026-11-09", ["1202", "1703"]);

  expect(supersedes(both, copyOf("2026-11-01", ["1202"]))).toBe(true);
  expect(supersedes(copyOf("2026-11-09", ["1202"]), both)).toBe(false);
  expect(supersedes(copyOf("2026-11-09", null), both)).toBe(true);
  expect(supersedes(copyOf("2026-11-09", []), both)).toBe(false);
});

test("a British copy is good for 27 days, an American one for 31", () => {
  expect([freshDaysOf("gb-tps"), freshDaysOf("us-dnc"), freshDaysOf("us-pa")]).toEqual([27, 31, 31]);
});
