import { ImportOptions } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { loadRun } from "#server/imports/import-run.ts";
import { importsLock } from "#server/imports/imports-lock.ts";
import { findImport, moveImport, type StoredImport } from "#server/imports/queries.ts";
import { readBatches } from "#server/imports/read-batches.ts";
import { readOptionsOf } from "#server/imports/read-options-of.ts";
import { withStoredFile } from "#server/imports/stored-source.ts";
import { writeAll } from "#server/imports/write-all.ts";
import { type Context, endOf, transaction } from "#server/platform/context.ts";
import { withLock } from "#server/platform/locks.ts";
import { forgetErasedRows } from "#server/rights/forget-erased-rows.ts";

/** Told after each committed batch. */
export type OnProgress = (progress: { rowsDone: number; bytesDone: number; bytesTotal: number }) => void;

/**
 * Works through an import from its last committed row to its end, one transaction for each batch. The imports of a
 * workspace take turns: false, and nothing done, where it is another's turn or another process is at this one. Run
 * again after the end it changes nothing.
 */
export async function continueImport(
  ctx: Context,
  { importId, onProgress = () => undefined }: { importId: string; onProgress?: OnProgress },
): Promise<boolean> {
  return withLock(ctx, importsLock, async () => {
    const stored = await transaction(ctx, (tx) => findImport(tx.db, importId));
    if (stored?.state !== "running" || !stored.format) return;
    await work(ctx, { ...stored, format: stored.format }, onProgress);
  });
}

async function work(ctx: Context, stored: StoredImport & { format: string }, onProgress: OnProgress): Promise<void> {
  try {
    const run = await transaction(ctx, (tx) => loadRun(tx, stored, ImportOptions.parse(stored.options)));
    const file = { id: stored.id, fileName: stored.fileName, bytesTotal: Number(stored.bytesTotal) };
    const isFinished = await withStoredFile(ctx, file, (source) => {
      const options = readOptionsOf(run.options, {
        ...{ now: ctx.now, timeZone: run.timeZone },
        format: stored.format,
        encoding: stored.encoding,
      });
      const batches = readBatches(source, options, { run, rowsDone: Number(stored.rowsDone) });
      return writeAll(ctx, run, batches, ({ rowsAfter, bytesDone }) =>
        onProgress({ rowsDone: rowsAfter, bytesDone, bytesTotal: source.size }),
      );
    });
    ctx.log.debug({ importId: stored.id, ms: run.watch.read() }, "where the time of an import went");
    if (!isFinished) return;
    await transaction(ctx, async (tx) => {
      await moveImport(tx.db, stored.id, ["running"], { state: "done", finishedAt: endOf(ctx), problem: null });
      await forgetErasedRows(tx, { ...stored, country: run.rules.country });
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { reason, field, value } = error.details;
    const problem = { code: String(reason ?? error.code), ...textOf("column", field), ...textOf("value", value) };
    await transaction(ctx, (tx) => moveImport(tx.db, stored.id, ["running"], { state: "failed", problem }));
    throw error;
  }
}

function textOf(name: "column" | "value", value: unknown) {
  return typeof value === "string" ? { [name]: value } : {};
}
