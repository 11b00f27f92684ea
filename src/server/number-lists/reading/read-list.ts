import { openArchive } from "#server/imports/reading/archive.ts";
import { readRecords } from "#server/imports/reading/csv.ts";
import { decodeText } from "#server/imports/reading/encoding.ts";
import { takeSample } from "#server/imports/reading/sample.ts";
import type { Source } from "#server/imports/reading/source.ts";
import { readWorkbook } from "#server/imports/reading/workbook.ts";
import { dayOf, isRemoval, type Layout, layoutOf } from "#server/number-lists/reading/layout.ts";
import type { ListVisitor } from "#server/number-lists/reading/list-visitor.ts";
import { readListXml } from "#server/number-lists/reading/read-list-xml.ts";
import { isNorthAmerican, numberReader, type Refused } from "#server/number-lists/reading/read-number.ts";
import { isListXml } from "#server/number-lists/reading/recognise-list.ts";

export type ReadingOptions = { country: string | null; column?: string | undefined };

/** Reads one file, an archive with all that is in it, to its end. */
export async function readList(source: Source, options: ReadingOptions, visitor: ListVisitor): Promise<void> {
  const sample = await takeSample(source);
  if (sample.container === "zip") {
    for (const entry of await openArchive(source)) {
      if (!/(^|\/)(\.|__MACOSX)/.test(entry.name)) await readList(entry, options, visitor);
    }
    return;
  }
  const read = numberReader(options.country);
  const counted = counting(source, visitor);
  if (isListXml(sample.text)) return readListXml(decodeText(counted, sample.encoding), read, visitor);
  const layout = layoutOf(sample, options.column);
  const isPlain = layout.change === null && layout.rowsAbove === 0 && !/[^\d,+\r\n]/.test(sample.text);
  const isNanp = options.country === "US" || options.country === "CA";
  const rest = isPlain && isNanp ? withoutPlainLines(counted, visitor) : counted;
  const records =
    sample.container === "xlsx" ? readWorkbook(source) : readRecords(decodeText(rest, layout.encoding), layout.dialect);
  await readTable(records, layout, read, visitor);
}

function counting(source: Source, { read }: ListVisitor): Source {
  if (!read) return source;
  return {
    ...source,
    stream: async function* () {
      for await (const chunk of source.stream()) {
        yield chunk;
        read(chunk.byteLength);
      }
    },
  };
}

async function readTable(
  batches: AsyncIterable<string[][]>,
  layout: Layout,
  read: (text: string) => number | Refused,
  visitor: ListVisitor,
): Promise<void> {
  let line = 0;
  for await (const records of batches) {
    for (const cells of records) {
      line += 1;
      if (line > layout.rowsAbove) readRow(cells, line, layout, read, visitor);
    }
  }
}

function readRow(
  cells: string[],
  line: number,
  { number: column, isSplit, change, date, dialect }: Layout,
  read: (text: string) => number | Refused,
  visitor: ListVisitor,
): void {
  const own = cells[column] ?? "";
  const number = read(isSplit ? `${cells[column - 1] ?? ""}${own}` : own);
  if (typeof number !== "number") visitor.refused(line, cells.join(dialect.delimiter), number);
  else if (change === null) visitor.number(number);
  else
    visitor.change(number, {
      removed: isRemoval(cells[change] ?? ""),
      on: date === null ? null : dayOf(cells[date] ?? ""),
    });
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const comma = 0x2c;
const plus = 0x2b;

/**
 * Takes the lines out that are plain numbers of North America, at 25 nanoseconds each, and leaves the others to be read
 * with care: hundreds of millions of lines are "2025550101" or "202,5550101". Their line numbers are those of what is left.
 */
function withoutPlainLines(source: Source, visitor: ListVisitor): Source {
  return {
    ...source,
    stream: async function* () {
      let carry: Buffer = Buffer.alloc(0);
      for await (const chunk of source.stream()) {
        const bytes =
          carry.byteLength > 0
            ? Buffer.concat([carry, chunk])
            : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        const end = bytes.lastIndexOf(newline) + 1;
        yield* takePlainLines(bytes.subarray(0, end), visitor);
        carry = Buffer.from(bytes.subarray(end));
      }
      if (carry.byteLength > 0) yield* takePlainLines(Buffer.concat([carry, Buffer.from("\n")]), visitor);
    },
  };
}

function* takePlainLines(bytes: Buffer, visitor: ListVisitor): Generator<Buffer> {
  const line = { value: 0, end: 0 };
  for (let start = 0; start < bytes.byteLength; start = line.end) {
    readPlainLine(bytes, start, line);
    if (line.value > 0) visitor.number(line.value);
    else yield bytes.subarray(start, line.end);
  }
}

/** The number of a line, or 0 where it is not plainly one of North America. */
function readPlainLine(bytes: Buffer, start: number, line: { value: number; end: number }): void {
  let value = 0;
  let digits = 0;
  let isOdd = false;
  let at = start;
  for (; bytes[at] !== newline; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + (byte - 0x30);
      digits += 1;
    } else if (!isSeparator(byte, digits)) isOdd = true;
  }
  const ten = digits === 11 ? value - 10_000_000_000 : value;
  const isPlain = !isOdd && (digits === 10 || digits === 11) && isNorthAmerican(ten);
  line.value = isPlain ? ten + 10_000_000_000 : 0;
  line.end = at + 1;
}

function isSeparator(byte: number, digits: number): boolean {
  return byte === carriageReturn || (byte === comma && digits === 3) || (byte === plus && digits === 0);
}
