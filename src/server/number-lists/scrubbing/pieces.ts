import { type Dialect, recordAt, wholeRecords } from "#server/imports/reading/csv.ts";
import { decodeText, markedEncoding } from "#server/imports/reading/encoding.ts";
import type { Source } from "#server/imports/reading/source.ts";

const pieceBytes = 8 * 1024 * 1024;
/** A row longer than this has a quote that nobody closed, and is cut all the same. */
const rowBytesMax = 32 * 1024 * 1024;

export type Pieces = {
  /** What stands above the rows, the header with the new column. */
  head: Buffer;
  rows: AsyncIterable<Uint8Array<ArrayBuffer>>;
};

/** Cuts a file between rows. `columnName` goes to the end of its header, where it has one. */
export async function cutRows(
  bytes: AsyncIterable<Uint8Array>,
  {
    dialect,
    rowsAbove,
    hasHeader,
    columnName,
  }: { dialect: Dialect; rowsAbove: number; hasHeader: boolean; columnName: string },
): Promise<Pieces> {
  const pieces = wholeRows(bytes, dialect);
  const { value: first = Buffer.alloc(0) } = await pieces.next();
  const text = first.toString("latin1");
  let at = 0;
  let header = 0;
  for (let above = 0; above < rowsAbove && at < text.length; ) {
    const { cells, end } = recordAt(text, at, dialect);
    header = at;
    at = Math.min(end, text.length);
    if (cells.length > 1 || cells[0] !== "") above += 1;
  }
  const line = text.slice(header, at);
  const name = line.replace(/[\r\n]+$/, "");
  const added = hasHeader && name !== "" ? `${name}${dialect.delimiter}${columnName}${line.slice(name.length)}` : line;
  return { head: Buffer.from(text.slice(0, header) + added, "latin1"), rows: owned(first.subarray(at), pieces) };
}

/** Each in memory of its own, which can be handed to another thread. */
async function* owned(first: Buffer, more: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (first.byteLength > 0) yield Uint8Array.from(first);
  for await (const each of more) yield new Uint8Array(each);
}

async function* wholeRows(bytes: AsyncIterable<Uint8Array>, dialect: Dialect): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    size += chunk.byteLength;
    if (size < pieceBytes) continue;
    const joined = Buffer.concat(waiting);
    const end = endOfRows(joined, dialect);
    if (end > 0) yield joined.subarray(0, end);
    waiting = [joined.subarray(end)];
    size = joined.byteLength - end;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

function endOfRows(bytes: Buffer, dialect: Dialect): number {
  const lastLine = bytes.lastIndexOf(dialect.newline.charCodeAt(0)) + 1;
  if (!bytes.includes(dialect.quote.charCodeAt(0)) || bytes.byteLength > rowBytesMax) return lastLine;
  return wholeRecords(bytes.toString("latin1"), dialect);
}

export type Spelling = {
  /** The file in an encoding of which ASCII is a part. */
  bytes: AsyncIterable<Uint8Array>;
  encoding: string;
  /** Puts what was made of it into the file's own encoding again. */
  back: (bytes: Uint8Array) => Uint8Array;
};

/** UTF-16 is taken apart and put together again; in all other encodings rows are cut and lengthened as they are. */
export function spellingOf(source: Source, encoding: string): Spelling {
  if (!encoding.startsWith("utf-16")) return { bytes: source.stream(), encoding, back: (bytes) => bytes };
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return {
    bytes: asUtf8(source, encoding),
    encoding: "utf-8",
    back: (bytes) => {
      const units = Buffer.from(decoder.decode(bytes, { stream: true }), "utf16le");
      return encoding === "utf-16be" ? units.swap16() : units;
    },
  };
}

async function* asUtf8(source: Source, encoding: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const chunk of source.stream()) {
    if (markedEncoding(chunk)) yield encoder.encode("\uFEFF");
    break;
  }
  for await (const text of decodeText(source, encoding)) yield encoder.encode(text);
}
