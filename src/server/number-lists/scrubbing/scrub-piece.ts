import { recordAt } from "#server/imports/reading/csv.ts";
import { isNorthAmerican } from "#server/number-lists/reading/read-number.ts";
import type { ScrubbedPiece, ScrubCounts, ScrubOrder } from "#server/number-lists/scrubbing/scrub-order.ts";
import { type Judge, verdicts } from "#server/number-lists/scrubbing/verdicts.ts";

type Layout = Omit<ScrubOrder, "copies">;

/**
 * Adds the answer to every row of a piece of a file that holds whole rows, and leaves all its other bytes as they are.
 * The encodings of such files agree on ASCII, so rows without quotes are read byte by byte, with no text made of them.
 */
export function scrubPiece(bytes: Uint8Array, layout: Layout, judge: Judge): ScrubbedPiece {
  const quote = layout.dialect.quote.charCodeAt(0);
  const rows = bytes.includes(quote) ? readQuoted(bytes, layout, judge) : readPlain(bytes, layout, judge);
  const found = judge.judge(rows.numbers, rows.count);
  return { bytes: write(bytes, rows, found, layout), counts: countsOf(found) };
}

/** Where each row ends, before its line end, and the number in it. */
type Rows = { numbers: Float64Array; ends: Uint32Array; count: number };

function noRows(): Rows {
  return { numbers: new Float64Array(1024), ends: new Uint32Array(1024), count: 0 };
}

function addRow(rows: Rows, number: number, end: number): void {
  if (rows.count === rows.numbers.length) {
    const { numbers, ends } = rows;
    rows.numbers = new Float64Array(rows.count * 2);
    rows.numbers.set(numbers);
    rows.ends = new Uint32Array(rows.count * 2);
    rows.ends.set(ends);
  }
  rows.numbers[rows.count] = number;
  rows.ends[rows.count] = end;
  rows.count += 1;
}

function countsOf(found: Uint8Array): ScrubCounts {
  const times = [0, 0, 0, 0];
  for (const verdict of found) times[verdict] = (times[verdict] ?? 0) + 1;
  const [no = 0, yes = 0, invalid = 0, unchecked = 0] = times;
  return { yes, no: no + unchecked, invalid, unchecked };
}

const wordOf: Record<(typeof verdicts)[number], string> = { yes: "yes", no: "no", unchecked: "no", invalid: "invalid" };

function write(bytes: Uint8Array, rows: Rows, found: Uint8Array, { dialect }: Layout): Uint8Array<ArrayBuffer> {
  const words = verdicts.map((each) => Buffer.from(`${dialect.delimiter}${wordOf[each]}`, "latin1"));
  const longest = Math.max(...words.map(({ byteLength }) => byteLength));
  const out = new Uint8Array(bytes.byteLength + rows.count * longest);
  let filled = 0;
  let from = 0;
  for (let row = 0; row < rows.count; row += 1) {
    const end = rows.ends[row] ?? 0;
    filled = copyBytes(bytes, from, end, out, filled);
    from = end;
    const word = words[found[row] ?? 0];
    if (word) filled = copyBytes(word, 0, word.length, out, filled);
  }
  filled = copyBytes(bytes, from, bytes.byteLength, out, filled);
  return out.subarray(0, filled);
}

const carriageReturn = 0x0d;

function readPlain(bytes: Uint8Array, layout: Layout, judge: Judge): Rows {
  const newline = layout.dialect.newline.charCodeAt(0);
  const isNanp = layout.country === "US" || layout.country === "CA";
  const rows = noRows();
  const row: Row = { value: 0, digits: 0, plus: 0, isOdd: false, cellFrom: 0, cellTo: 0, end: 0 };
  for (let at = 0; at < bytes.byteLength; at = row.end + 1) {
    readRow(bytes, at, row, layout, newline);
    const end = row.end > at && bytes[row.end - 1] === carriageReturn ? row.end - 1 : row.end;
    if (end > at) addRow(rows, numberOf(bytes, row, layout, judge, isNanp), end);
  }
  return rows;
}

/** Rows are short: a loop copies them in a fraction of what `set` with two views takes. */
function copyBytes(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): number {
  for (let each = start; each < end; each += 1) to[at + each - start] = from[each] ?? 0;
  return at + end - start;
}

/** What a row has in the column of numbers; used again for each row. */
type Row = {
  value: number;
  digits: number;
  plus: number;
  isOdd: boolean;
  cellFrom: number;
  cellTo: number;
  end: number;
};

function readRow(
  bytes: Uint8Array,
  from: number,
  row: Row,
  { dialect, number, isSplit }: Layout,
  newline: number,
): void {
  const delimiter = dialect.delimiter.charCodeAt(0);
  const firstColumn = isSplit ? number - 1 : number;
  let column = 0;
  let at = from;
  for (; at < bytes.length && column < firstColumn && bytes[at] !== newline; at += 1) {
    if (bytes[at] === delimiter) column += 1;
  }
  row.cellFrom = at;
  const isThere = column === firstColumn;
  if (isThere) at = readDigits(bytes, at, row, { delimiter, newline, delimiters: isSplit ? 1 : 0 });
  row.cellTo = isThere ? at : row.cellFrom;
  if (!isThere) row.isOdd = true;
  while (at < bytes.length && bytes[at] !== newline) at += 1;
  row.end = at;
}

function readDigits(
  bytes: Uint8Array,
  from: number,
  row: Row,
  { delimiter, newline, delimiters }: { delimiter: number; newline: number; delimiters: number },
): number {
  let left = delimiters;
  let at = from;
  row.value = 0;
  row.digits = 0;
  row.plus = 0;
  row.isOdd = false;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) {
      row.value = row.value * 10 + byte - 0x30;
      row.digits += 1;
    } else if (byte === newline || (byte === delimiter && left === 0)) break;
    else if (byte === delimiter) left -= 1;
    else readOther(byte, row);
  }
  return at;
}

function readOther(byte: number, row: Row): void {
  if (byte === 0x2b && row.digits === 0) row.plus += 1;
  else if (byte !== carriageReturn) row.isOdd = true;
}

/** Normalised numbers of North America at once; every other spelling by way of its text. */
function numberOf(bytes: Uint8Array, row: Row, layout: Layout, judge: Judge, isNanp: boolean): number {
  const { value, digits, plus } = row;
  if (!row.isOdd && plus < 2) {
    const ten = digits === 11 ? value - 10_000_000_000 : value;
    const isRead = digits === 11 ? plus === 1 || isNanp : digits === 10 && plus === 0 && isNanp;
    if (isRead && isNorthAmerican(ten)) return ten + 10_000_000_000;
  }
  const text = textOf(bytes.subarray(row.cellFrom, row.cellTo), layout.encoding);
  return judge.read(layout.isSplit ? text.replaceAll(layout.dialect.delimiter, "") : text);
}

function textOf(bytes: Uint8Array, encoding: string): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return isAscii(text) ? text : new TextDecoder(encoding).decode(bytes);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

function readQuoted(bytes: Uint8Array, { dialect, number, isSplit, encoding }: Layout, judge: Judge): Rows {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const rows = noRows();
  for (let at = 0; at < text.length; ) {
    const { cells, end } = recordAt(text, at, dialect);
    const next = Math.min(end, text.length);
    let rowEnd = next;
    while (rowEnd > at && /[\r\n]/.test(text.charAt(rowEnd - 1))) rowEnd -= 1;
    const cell = `${isSplit ? (cells[number - 1] ?? "") : ""}${cells[number] ?? ""}`;
    const read = isAscii(cell) ? cell : new TextDecoder(encoding).decode(Buffer.from(cell, "latin1"));
    if (rowEnd > at) addRow(rows, judge.read(read), rowEnd);
    at = next;
  }
  return rows;
}
