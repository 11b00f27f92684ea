export type Dialect = { delimiter: string; quote: '"' | "'"; newline: "\n" | "\r" };

/** A record longer than this has a quote that nobody closed; the quote is then taken as it stands. */
const recordCharsMax = 1024 * 1024;

/**
 * Reads the records of a table, some at a time. Written here and not taken from a library because a wrong quote must
 * not swallow the rows behind it, and real exports have wrong quotes.
 */
export async function* readRecords(text: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<string[][]> {
  let rest = "";
  for await (const chunk of text) {
    const { records, next, buffer } = takeRecords(rest + withoutNul(chunk), dialect, false);
    rest = buffer.slice(next);
    if (records.length > 0) yield records;
  }
  const { records } = takeRecords(rest, dialect, true);
  if (records.length > 0) yield records;
}

/** All records of a text that is complete, such as a sample or a cell that holds a whole row. */
export function parseRecords(text: string, dialect: Dialect): string[][] {
  return takeRecords(withoutNul(text), dialect, true).records;
}

/** The record that begins at `at` of a complete text, and where the next one begins. */
export function recordAt(text: string, at: number, dialect: Dialect): Taken {
  const record = takeRecord(text, at, dialect, true, false);
  const read = record === "unclosed" ? takeRecord(text, at, dialect, true, true) : record;
  return read === "unclosed" ? { cells: [text.slice(at)], end: text.length } : read;
}

/** How far a text that goes on consists of whole records. */
export function wholeRecords(text: string, dialect: Dialect): number {
  return takeRecords(text, dialect, false).next;
}

function withoutNul(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

function takeRecords(buffer: string, dialect: Dialect, isLast: boolean) {
  const records: string[][] = [];
  let next = 0;
  while (next < buffer.length) {
    let record = takeRecord(buffer, next, dialect, isLast, false);
    const isBroken = record === "unclosed" && (isLast || buffer.length - next > recordCharsMax);
    if (isBroken) record = takeRecord(buffer, next, dialect, isLast, true);
    if (record === "unclosed") break;
    next = record.end;
    if (record.cells.length > 1 || record.cells[0] !== "") records.push(record.cells);
  }
  return { records, next, buffer };
}

type Taken = { cells: string[]; end: number };
type Cell = { cell: string; end: number };

/** `quotesAreText` reads a broken record again, as if quotes meant nothing. */
function takeRecord(
  buffer: string,
  start: number,
  dialect: Dialect,
  isLast: boolean,
  quotesAreText: boolean,
): Taken | "unclosed" {
  const cells: string[] = [];
  let at = start;
  let lineEnd = endOfLine(buffer, at, dialect);
  for (;;) {
    const isQuoted = !quotesAreText && buffer.charAt(at) === dialect.quote;
    const taken: Cell | "unclosed" = isQuoted
      ? takeQuoted(buffer, at, dialect, isLast)
      : takePlain(buffer, at, lineEnd, dialect.delimiter);
    if (taken === "unclosed") return taken;
    cells.push(taken.cell);
    at = taken.end;
    if (at > lineEnd) lineEnd = endOfLine(buffer, at, dialect);
    if (at === lineEnd) return at === buffer.length && !isLast ? "unclosed" : { cells, end: at + 1 };
    at += dialect.delimiter.length;
  }
}

function endOfLine(buffer: string, at: number, { newline }: Dialect): number {
  const end = buffer.indexOf(newline, at);
  return end === -1 ? buffer.length : end;
}

function takePlain(buffer: string, at: number, lineEnd: number, delimiter: string): Cell {
  const found = buffer.indexOf(delimiter, at);
  if (found !== -1 && found < lineEnd) return { cell: buffer.slice(at, found), end: found };
  const text = buffer.slice(at, lineEnd);
  return { cell: text.endsWith("\r") ? text.slice(0, -1) : text, end: lineEnd };
}

/**
 * A quote ends its cell only before a delimiter or the end of the line: `"the "Platform" team"` and `\"` are
 * mistakes that exports make, and can be read all the same.
 */
function takeQuoted(buffer: string, start: number, dialect: Dialect, isLast: boolean): Cell | "unclosed" {
  let from = start + 1;
  let cell = "";
  for (;;) {
    const close = buffer.indexOf(dialect.quote, from);
    if (close === -1) return "unclosed";
    if (buffer.charAt(close + 1) === dialect.quote) {
      cell += buffer.slice(from, close + 1);
      from = close + 2;
      continue;
    }
    const after = skipBlanks(buffer, close + 1, dialect);
    if (after >= buffer.length && !isLast) return "unclosed";
    if (
      after >= buffer.length ||
      buffer.charAt(after) === dialect.newline ||
      buffer.startsWith(dialect.delimiter, after)
    ) {
      return { cell: cell + buffer.slice(from, close), end: after };
    }
    cell += buffer.slice(from, close + 1);
    from = close + 1;
  }
}

function skipBlanks(buffer: string, at: number, { newline }: Dialect): number {
  let after = at;
  while (buffer.charAt(after) === " " || (buffer.charAt(after) === "\r" && newline === "\n")) after += 1;
  return after;
}
