import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { cursorOver, loadNumbers, lookupIn, openNumbers } from "#server/number-lists/file/open-numbers.ts";
import { sortNumbers } from "#server/number-lists/file/sort-numbers.ts";
import { writeNumbers } from "#server/number-lists/file/write-numbers.ts";

const folder = mkdtempSync(join(tmpdir(), "warmline-numbers-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function aFileOf(numbers: Iterable<number>, runMax?: number): string {
  const path = join(folder, `${files++}.numbers`);
  const sorter = sortNumbers(path, runMax);
  for (const number of numbers) sorter.add(number);
  const writer = writeNumbers(path);
  for (const cursor = sorter.sorted(); cursor.value !== Number.POSITIVE_INFINITY; cursor.next())
    writer.add(cursor.value);
  writer.finish();
  sorter.close();
  return path;
}

function allOf(path: string): number[] {
  const found: number[] = [];
  const cursor = cursorOver(path);
  for (; cursor.value !== Number.POSITIVE_INFINITY; cursor.next()) found.push(cursor.value);
  cursor.close();
  return found;
}

const anyNumber = fc.oneof(
  fc.integer({ min: 12_000_000_000, max: 12_000_003_000 }),
  fc.integer({ min: 12_010_000_000, max: 19_999_999_999 }),
  fc.integer({ min: 1_000_000, max: 999_999_999_999_999 }),
);

test("a file answers as a set of the same numbers does, whatever they are", () => {
  fc.assert(
    fc.property(
      fc.array(anyNumber, { maxLength: 3000 }),
      fc.array(anyNumber, { maxLength: 200 }),
      (numbers, others) => {
        const set = new Set(numbers);
        const path = aFileOf(numbers, 700);
        const open = openNumbers(path);
        const whole = loadNumbers(path);
        if (!open || !whole) throw new Error("not readable");
        const inMemory = lookupIn(whole);

        for (const number of [...numbers, ...others, ...numbers.map((each) => each + 1)]) {
          expect([number, open.has(number), inMemory(number)]).toEqual([number, set.has(number), set.has(number)]);
        }
        expect(allOf(path)).toEqual([...set].sort((one, other) => one - other));
        expect(open.numbers).toBe(set.size);
        open.close();
      },
    ),
    { numRuns: 60 },
  );
});

test("dense and sparse neighbours stand in one file", () => {
  const dense = Array.from({ length: 5000 }, (_, index) => 12_025_550_000 + index);
  const sparse = Array.from({ length: 700 }, (_, index) => 441_000_000_000 + index * 7_919_333);
  const path = aFileOf([...sparse, ...dense, 7_000_000, 999_999_999_999_999]);

  expect(allOf(path)).toEqual([7_000_000, ...dense, ...sparse, 999_999_999_999_999]);
});

test("what a crash left behind is no file of numbers", () => {
  const path = join(folder, "crashed.numbers");
  const writer = writeNumbers(path);
  for (let number = 1; number < 2_000_000; number += 1) writer.add(number);

  expect(openNumbers(path)).toBeNull();
  writer.finish();
  expect(openNumbers(path)?.numbers).toBe(1_999_999);

  truncateSync(path, readFileSync(path).byteLength - 4);
  expect(openNumbers(path)).toBeNull();
});

test("a damaged file is noticed", () => {
  const path = aFileOf([12_025_550_101, 12_025_550_102, 17_035_550_103]);
  const bytes = readFileSync(path);
  bytes[70] = (bytes[70] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(loadNumbers(path)).toBeNull();

  bytes[bytes.byteLength - 1] = 7;
  writeFileSync(path, bytes);
  expect(openNumbers(path)).toBeNull();
});

test("an empty list holds nothing", () => {
  const path = aFileOf([]);

  expect(openNumbers(path)?.has(12_025_550_101)).toBe(false);
  expect(allOf(path)).toEqual([]);
});
