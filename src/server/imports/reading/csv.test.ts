import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dialect, parseRecords, readRecords } from "#server/imports/reading/csv.ts";
import { detectDialect } from "#server/imports/reading/dialect.ts";

const comma: Dialect = { delimiter: ",", quote: '"', newline: "\n" };

const records: [name: string, text: string, expected: string[][]][] = [
  [
    "quotes around a delimiter, a line end and a quote",
    'a,"b,c"\n"d\ne","f ""g"""',
    [
      ["a", "b,c"],
      ["d\ne", 'f "g"'],
    ],
  ],
  [
    "no line end behind the last row",
    "a,b\n,,",
    [
      ["a", "b"],
      ["", "", ""],
    ],
  ],
  [
    "CRLF, and LF in the same file",
    "a,b\r\nc,d\ne,f\r\n",
    [
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
    ],
  ],
  [
    "lines without anything are no rows",
    "a,b\n\n\r\nc,d\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "NUL bytes between rows",
    "a,b\n\0c,\0d\n\0",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "quotes that nobody doubled",
    'a,"Engineer, "Platform" team",b\n1,2,3',
    [
      ["a", 'Engineer, "Platform" team', "b"],
      ["1", "2", "3"],
    ],
  ],
  ["quotes escaped with a backslash", '"say \\"hi\\" now",b', [['say \\"hi\\" now', "b"]]],
  [
    "blanks behind a quote",
    '"a" ,"b"  \nc,d',
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a quote in the middle of a cell",
    'a 5" screw,b\nc,d',
    [
      ['a 5" screw', "b"],
      ["c", "d"],
    ],
  ],
];

test.each(records)("%s", (_name, text, expected) => {
  expect(parseRecords(text, comma)).toEqual(expected);
});

test("a quote that nobody closes does not swallow the rows behind it", () => {
  const rows = parseRecords('a,b\n1,"open\n2,fine\n3,fine too\n', comma);

  expect(rows).toEqual([
    ["a", "b"],
    ["1", '"open'],
    ["2", "fine"],
    ["3", "fine too"],
  ]);
});

test("bare CR ends lines where there is no LF", () => {
  const text = "Email,Name\rada@example.com,Ada\rgrace@example.com,Grace\r";

  expect(parseRecords(text, detectDialect(text))).toHaveLength(3);
});

const quoted = (cell: string) => (/[",\n\r]/.test(cell) || cell === "" ? `"${cell.replaceAll('"', '""')}"` : cell);
const cell = fc.string({ unit: fc.constantFrom("a", "é", "中", ",", '"', "\n", "\r\n", " x", ";", "\t", "'") });

test("whatever was written is read again, however the file is cut into pieces", async () => {
  const tables = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(tables, fc.integer({ min: 1, max: 9 }), async (table, pieceLength) => {
      const text = table.map((row) => row.map(quoted).join(",")).join("\n");
      const pieces = text.match(new RegExp(`[^]{1,${pieceLength}}`, "g")) ?? [];
      const read = (await Array.fromAsync(readRecords(stream(pieces), comma))).flat();

      expect(read).toEqual(table);
      expect(parseRecords(text, comma)).toEqual(table);
    }),
  );
});

async function* stream(pieces: string[]): AsyncGenerator<string> {
  yield* pieces;
}

describe("dialects", () => {
  const dialects: [name: string, text: string, expected: Partial<Dialect>][] = [
    ["semicolons with decimal commas", "name;price\nAda;1,50\nGrace;2,75\n", { delimiter: ";" }],
    ["tabs", "name\tphone\nAda, Countess\t1\nGrace\t2\n", { delimiter: "\t" }],
    ["bars", "name|email\nAda|a@example.com\n", { delimiter: "|" }],
    [
      "commas under a preamble with semicolons",
      "Notes: a; b; c\n\nFirst,Last,Email\nAda,L,a@b.co\nG,H,g@h.co\n",
      { delimiter: "," },
    ],
    ["single quotes", "'name','email'\n'Ada','a@example.com'\n", { quote: "'" }],
    ["an apostrophe is not a quote", "name,phone\nAda,'+1 202 555 0100\n", { quote: '"' }],
    ["one column", "ada@example.com\ngrace@example.com\n", { delimiter: "," }],
  ];

  test.each(dialects)("%s", (_name, text, expected) => {
    expect(detectDialect(text)).toMatchObject(expected);
  });
});
