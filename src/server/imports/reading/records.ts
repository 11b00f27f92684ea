import { type Dialect, readRecords } from "#server/imports/reading/csv.ts";
import { detectDialect } from "#server/imports/reading/dialect.ts";
import { decodeText, detectEncoding } from "#server/imports/reading/encoding.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import type { Source } from "#server/imports/reading/source.ts";
import { isWorkbook, readWorkbook } from "#server/imports/reading/workbook.ts";

/** The records of a table, header and preamble included, whether it is text or a workbook. */
export type Records = {
  batches: AsyncIterable<string[][]>;
  /** Null for a workbook, which has cells of its own. */
  dialect: Dialect | null;
  encoding: string;
};

const sampleChars = 64 * 1024;

export async function openRecords(source: Source, options: Pick<ReadOptions, "encoding">): Promise<Records> {
  if (await isWorkbook(source)) return { batches: readWorkbook(source), dialect: null, encoding: "xlsx" };

  const encoding = options.encoding ?? (await detectEncoding(source));
  const text = decodeText(source, encoding);
  const { head, rest } = await takeHead(text);
  const { declared, body } = declaredDelimiter(head);
  const dialect = { ...detectDialect(wholeLines(body.slice(0, sampleChars))), ...declared };
  return { batches: readRecords(prepend(body, rest), dialect), dialect, encoding };
}

/** The beginning of a text, and an iterator over what is left of it. */
export async function takeHead(text: AsyncGenerator<string>): Promise<{ head: string; rest: AsyncGenerator<string> }> {
  let head = "";
  while (head.length < sampleChars) {
    const { value, done } = await text.next();
    if (done) break;
    head += value;
  }
  return { head, rest: text };
}

/** A sample cut in the middle of a line, or of a quoted cell, would mislead whoever looks at its last line. */
export function wholeLines(text: string): string {
  if (text.length < sampleChars) return text;
  const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  return end > 0 ? text.slice(0, end + 1) : text;
}

/** Excel's own way to say the delimiter, in a first line that is not data. */
function declaredDelimiter(head: string): { declared: { delimiter?: string }; body: string } {
  const match = /^sep=(.)\r?\n/i.exec(head);
  return match?.[1]
    ? { declared: { delimiter: match[1] }, body: head.slice(match[0].length) }
    : { declared: {}, body: head };
}

async function* prepend(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}
