import { AppError } from "#domain/errors.ts";
import { openArchive } from "#server/imports/reading/archive.ts";
import { parseRecords } from "#server/imports/reading/csv.ts";
import { detectDialect } from "#server/imports/reading/dialect.ts";
import { detectEncoding } from "#server/imports/reading/encoding.ts";
import { wholeLines } from "#server/imports/reading/records.ts";
import type { Source } from "#server/imports/reading/source.ts";
import { isZip, readWorkbook } from "#server/imports/reading/workbook.ts";

/** The first 64 KB of a file, as far as they can be understood: what formats are recognised by. */
export type Sample = {
  name: string;
  size: number;
  container: "text" | "zip" | "xlsx";
  encoding: string;
  text: string;
  /** The cells of the first rows, when it is read as a table. */
  rows: string[][];
  delimiter: string;
  /** The names of the files in a zip. */
  entries: string[];
};

const sampleBytes = 64 * 1024;

export async function takeSample(source: Source, encodingChosen?: string): Promise<Sample> {
  const { name, size } = source;
  const nothing: Sample = {
    name,
    size,
    container: "text",
    encoding: "utf-8",
    text: "",
    rows: [],
    delimiter: ",",
    entries: [],
  };
  if (await isZip(source)) return sampleOfZip(source, nothing);

  const head = beginningOf(source, sampleBytes);
  const bytes = await collect(head);
  refuseBinary(source, bytes);
  const encoding = encodingChosen ?? (await detectEncoding(head));
  const text = wholeLines(decode(source, bytes, encoding).replaceAll("\0", ""));
  refuseNoise(source, text);
  const dialect = detectDialect(text);
  return { ...nothing, encoding, text, rows: parseRecords(text, dialect), delimiter: dialect.delimiter };
}

async function sampleOfZip(source: Source, nothing: Sample): Promise<Sample> {
  const entries = (await openArchive(source)).map((entry) => entry.name);
  if (!entries.includes("xl/workbook.xml")) return { ...nothing, container: "zip", entries };
  for await (const rows of readWorkbook(source))
    return { ...nothing, container: "xlsx", rows: rows.slice(0, 200), entries };
  return { ...nothing, container: "xlsx", entries };
}

function beginningOf(source: Source, bytes: number): Source {
  return {
    ...source,
    stream: async function* () {
      let left = bytes;
      for await (const chunk of source.stream()) {
        yield chunk.subarray(0, left);
        left -= chunk.byteLength;
        if (left <= 0) return;
      }
    },
  };
}

async function collect(source: Source): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.stream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The last character of a sample may be cut in two; that one is left out. */
function decode(source: Source, bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes, { stream: true });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new AppError("invalid_input", {
      file: source.name,
      field: "encoding",
      value: encoding,
      reason: "encoding_unknown",
    });
  }
}

const binaryBeginnings: [name: string, bytes: number[]][] = [
  ["old_excel", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["gzip", [0x1f, 0x8b]],
];

function refuseBinary(source: Source, head: Uint8Array): void {
  const found = binaryBeginnings.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (found) throw new AppError("invalid_input", { file: source.name, reason: "not_importable", is: found[0] });
}

const noiseShareMax = 0.05;

/** What is no text in any encoding: beside tabs, line ends and old end marks, texts hold no control characters. */
function refuseNoise(source: Source, text: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const noise = text.match(/[\u0001-\u0008\u000e-\u0019\u001c-\u001f\ufffd]/gu)?.length ?? 0;
  if (noise > text.length * noiseShareMax) {
    throw new AppError("invalid_input", { file: source.name, reason: "not_importable", is: "binary" });
  }
}
