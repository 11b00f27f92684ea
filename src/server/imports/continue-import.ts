import { sql } from "kysely";
import { ImportOptions } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { cancelWorkOfClosed } from "#server/compliance/record-suppression.ts";
import { type ImportRun, loadRun } from "#server/imports/import-run.ts";
import { mergePlanned } from "#server/imports/merge-planned.ts";
import { planBatch } from "#server/imports/plan-batch.ts";
import { countBatch, findImport, moveImport, type StoredImport } from "#server/imports/queries.ts";
import { type Batch, readBatches } from "#server/imports/read-batches.ts";
import { readOptionsOf } from "#server/imports/read-options-of.ts";
import { withStoredFile } from "#server/imports/stored-source.ts";
import { tryAgain } from "#server/imports/try-again.ts";
import { countsOf, writeBatch } from "#server/imports/write-batch.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { withLock } from "#server/platform/locks.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** Told after each committed batch. */
export type OnProgress = (progress: { rowsDone: number; bytesDone: number; bytesTotal: number }) => void;

/**
 * Works through an import from its last committed row to its end, one transaction for each batch. Run twice at once,
 * the second finds the lock taken and does nothing: answers false. Run again after the end it changes nothing.
 */
export async function continueImport(
  ctx: Context,
  { importId, onProgress = () => undefined }: { importId: string; onProgress?: OnProgress },
): Promise<boolean> {
  return withLock(ctx, `import:${importId}`, async () => {
    const stored = await transaction(ctx, (tx) => findImport(tx.db, importId));
    if (stored?.state !== "running" || !stored.format) return;
    await work(ctx, { ...stored, format: stored.format }, onProgress);
  });
}

async function work(ctx: Context, stored: StoredImport & { format: string }, onProgress: OnProgress): Promise<void> {
  const options = ImportOptions.parse(stored.options);
  try {
    const run = await transaction(ctx, (tx) => loadRun(tx, stored, options));
    const isFinished = await withStoredFile(
      ctx,
      { id: stored.id, fileName: stored.fileName, bytesTotal: Number(stored.bytesTotal) },
      async (source) => {
        const options = readOptionsOf(run.options, { now: ctx.now, timeZone: run.timeZone, format: stored.format });
        const batches = readBatches(source, options, { run, rowsDone: Number(stored.rowsDone) });
        for await (const batch of batches) {
          if (!(await importBatch(ctx, run, batch))) return false;
          onProgress({ rowsDone: batch.rowsAfter, bytesDone: batch.bytesDone, bytesTotal: source.size });
        }
        return true;
      },
    );
    ctx.log.debug({ importId: stored.id, ms: run.watch.read() }, "where the time of an import went");
    if (isFinished) {
      await transaction(ctx, (tx) =>
        moveImport(tx.db, stored.id, ["running"], { state: "done", finishedAt: ctx.now, problem: null }),
      );
    }
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

/** False where the import was stopped meanwhile: then nothing of the batch stays. */
async function importBatch(ctx: Context, run: ImportRun, batch: Batch): Promise<boolean> {
  try {
    await run.watch.measure("all", () => tryAgain(ctx, () => transaction(ctx, (tx) => writeRows(tx, run, batch))));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.details.reason === "stopped_meanwhile") return false;
    throw error;
  }
}

/** Also for a dry run, which rolls everything back at the end. */
export async function writeRows(tx: Context, run: ImportRun, batch: Batch): Promise<void> {
  // Two imports of one workspace take turns, batch by batch: both may be about the same people.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`imports:${tx.actor.workspaceId}`}, 0))`.execute(tx.db);
  const plan = await run.watch.measure("plan (with match)", () => planBatch(tx, run, batch.rows));
  const rows = { before: batch.rowsBefore, after: batch.rowsAfter };
  if (!(await countBatch(tx.db, run.importId, rows, batch.bytesDone, countsOf(plan)))) {
    throw new AppError("conflict", { reason: "stopped_meanwhile" });
  }
  const touched = await run.watch.measure("write", () => writeBatch(tx, run, plan));
  await mergePlanned(tx, run, plan);
  await run.watch.measure("standings", () => refreshStandings(tx, touched, run.warmth));
  if (plan.suppressions.length > 0) await cancelWorkOfClosed(tx, touched);
  // By the statistics of an empty table the planner would read it from end to end for each of the keys of a batch.
  await sql`select analyze_grown_tables()`.execute(tx.db);
}
