import { setImmediate } from "node:timers/promises";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { type PreparedRow, prepareRow } from "#server/imports/prepare-row.ts";
import { readRows } from "#server/imports/read-rows.ts";
import type { Source } from "#server/imports/reading/source.ts";

const batchRows = 1000;
const rowsAtOnce = 10;

export type Batch = { rows: PreparedRow[]; rowsBefore: number; rowsAfter: number; bytesDone: number };

/**
 * The rows of a file in batches, without the first `rowsDone`. The next batch is read while the one before it is
 * being written.
 */
export async function* readBatches(
  source: Source,
  options: Parameters<typeof readRows>[1],
  { run, rowsDone }: { run: ImportRun; rowsDone: number },
): AsyncGenerator<Batch> {
  const counted = countBytes(source);
  const rows = readRows(counted.source, options);
  let rowsBefore = await skip(rows, rowsDone);

  let next = readBatch(rows, run);
  for (;;) {
    const { batch, isLast } = await next;
    if (!isLast) next = readBatch(rows, run);
    // Whoever waits for it next hears of a failure; until then it must not end the program.
    next.catch(() => undefined);
    const rowsAfter = rowsBefore + batch.length;
    const bytesDone = isLast ? source.size : Math.min(counted.bytes(), source.size);
    if (batch.length > 0) yield { rows: batch, rowsBefore, rowsAfter, bytesDone };
    if (isLast) return;
    rowsBefore = rowsAfter;
  }
}

async function readBatch(
  rows: AsyncGenerator<ImportedRow>,
  run: ImportRun,
): Promise<{ batch: PreparedRow[]; isLast: boolean }> {
  const batch: PreparedRow[] = [];
  while (batch.length < batchRows) {
    const { value, done } = await rows.next();
    if (done) return { batch, isLast: true };
    batch.push(prepareRow(value, run));
    // Rows in memory come without a pause, in which the database's answers would lie unread.
    if (batch.length % rowsAtOnce === 0) await setImmediate();
  }
  return { batch, isLast: false };
}

async function skip(rows: AsyncGenerator<ImportedRow>, count: number): Promise<number> {
  for (let skipped = 0; skipped < count; skipped++) {
    const { done } = await rows.next();
    if (done) return skipped;
  }
  return count;
}

/** How far a file was read; formats that read it twice count it up to its size. */
function countBytes(source: Source): { source: Source; bytes: () => number } {
  let bytes = 0;
  const stream = async function* () {
    bytes = 0;
    for await (const chunk of source.stream()) {
      bytes += chunk.byteLength;
      yield chunk;
    }
  };
  return { source: { ...source, stream }, bytes: () => bytes };
}
