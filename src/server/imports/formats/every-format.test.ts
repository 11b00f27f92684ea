import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "#domain/errors.ts";
import { defaultKinds } from "#domain/touchpoints/kinds.ts";
import { formats } from "#server/imports/formats/registry.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { bytesSource } from "#server/imports/reading/source.ts";
import { readAll } from "#test/reading.ts";

const folder = "test/fixtures/samples/";
const files = globSync("**/*.{csv,tsv,vcf,ics,vtt,mbox}", { cwd: folder }).map((name) => ({
  name,
  bytes: readFileSync(folder + name),
}));

/** Reading either gives rows or says what is wrong; nothing else may be thrown. */
async function tryToRead(bytes: Uint8Array, format?: string): Promise<ImportedRow[]> {
  try {
    return await readAll(bytesSource("file", bytes), { ownerName: "Me Myself", ...(format && { format }) });
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

function expectSound(rows: ImportedRow[]): void {
  expect(rows.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 1));
  for (const row of rows) {
    const isKnown = [row.person, ...row.others].some(Boolean);
    expect(isKnown || row.verdict !== undefined).toBe(true);
    for (const { who = 0 } of [...row.touchpoints, ...row.consents]) expect(who <= row.others.length).toBe(true);
    for (const { kind } of row.touchpoints) expect(kinds.has(kind)).toBe(true);
  }
}

const kinds = new Set(defaultKinds.map(({ slug }) => slug));

test("every format has a name of its own", () => {
  const slugs = formats.map(({ slug }) => slug);

  expect(new Set(slugs).size).toBe(slugs.length);
});

describe("damaged files never stop the reading, and every row has its place", () => {
  test.each(files)("$name", async ({ bytes }) => {
    const damage = fc.record({
      at: fc.nat(bytes.length),
      drop: fc.nat(40),
      insert: fc.constantFrom("", "\0", '"', "\n", ",", ";", "\r", "=", "é", "\xff"),
    });

    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        let broken: Buffer = bytes;
        for (const { at, drop, insert } of damages) {
          broken = Buffer.concat([broken.subarray(0, at), Buffer.from(insert, "latin1"), broken.subarray(at + drop)]);
        }
        expectSound(await tryToRead(broken));
      }),
      { numRuns: 30 },
    );
  });
});

test("any file can be asked to be any format", async () => {
  for (const { slug } of formats) {
    for (const { bytes } of files) expectSound(await tryToRead(bytes, slug));
  }
}, 60_000);

test("any table gives one row for each of its rows", async () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom("ada@example.com", "+1 202 555 0100", "6.28123E+12", "Yes", "--", "2026-01-01"),
  );
  const quoted = (text: string) => `"${text.replaceAll('"', '""').replaceAll("\0", "")}"`;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 20 }), async (table) => {
      const lines = table.map((row) => row.map(quoted).join(","));
      const rows = await tryToRead(Buffer.from(["Name,Email,Phone", ...lines].join("\n")));

      expectSound(rows);
      expect(rows).toHaveLength(table.length);
    }),
  );
});

test("a file is the same rows every time it is read", async () => {
  for (const { bytes } of files) {
    expect(await tryToRead(bytes)).toEqual(await tryToRead(bytes));
  }
});
