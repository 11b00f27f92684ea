import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "#domain/errors.ts";
import { countryOfList } from "#domain/number-lists/number-list.ts";
import { detectEncoding } from "#server/imports/reading/encoding.ts";
import { takeSample } from "#server/imports/reading/sample.ts";
import { fileSource } from "#server/imports/reading/source.ts";
import { layoutOf } from "#server/number-lists/reading/layout.ts";
import { loadCopies } from "#server/number-lists/scrubbing/load-copies.ts";
import { cutRows, spellingOf } from "#server/number-lists/scrubbing/pieces.ts";
import type { ScrubbedPiece, ScrubCounts } from "#server/number-lists/scrubbing/scrub-order.ts";
import { scrubInThreads } from "#server/number-lists/scrubbing/scrub-threads.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

export type Scrubbed = ScrubCounts & { rows: number; copiedOn: string | null };

type Wanted = {
  path: string;
  out: string;
  list: string;
  column?: string | undefined;
  onProgress?: (share: number) => void;
};

const columnName = "listed";

/** Writes the file again with a column that says of every number whether it is on the list. */
export async function scrubFile(ctx: Context, { path, out, list, column, onProgress }: Wanted): Promise<Scrubbed> {
  const source = await fileSource(path);
  if (source.size === 0) throw new AppError("invalid_input", { file: path, reason: "file_empty" });
  const sample = await takeSample(source);
  if (sample.container !== "text") throw new AppError("invalid_input", { file: path, reason: "not_a_text_table" });
  const layout = layoutOf(sample, column);
  const spelling = spellingOf(source, await detectEncoding(source));
  const { dialect, rowsAbove, number, isSplit } = layout;
  const hasHeader = layout.header !== null;
  const { copies, copiedOn } = await loadCopies(ctx, list);
  const { country: home } = await transaction(ctx, loadWorkspace);
  const country = countryOfList(list) ?? home;

  const { head, rows } = await cutRows(spelling.bytes, { dialect, rowsAbove, hasHeader, columnName });
  const order = { copies, country, dialect, encoding: spelling.encoding, number, isSplit };
  const counts: ScrubCounts = { yes: 0, no: 0, invalid: 0, unchecked: 0 };
  const partial = `${out}.partial-${process.pid}`;
  async function* written(): AsyncGenerator<Uint8Array> {
    let done = 0;
    yield spelling.back(head);
    for await (const piece of scrubInThreads(rows, order)) {
      add(counts, piece);
      done += piece.bytes.byteLength;
      onProgress?.(Math.min(1, done / source.size));
      yield spelling.back(piece.bytes);
    }
  }
  try {
    await pipeline(Readable.from(written()), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, out);
  } finally {
    await rm(partial, { force: true });
  }
  return { rows: counts.yes + counts.no + counts.invalid, ...counts, copiedOn };
}

function add(counts: ScrubCounts, { counts: more }: ScrubbedPiece): void {
  counts.yes += more.yes;
  counts.no += more.no;
  counts.invalid += more.invalid;
  counts.unchecked += more.unchecked;
}
