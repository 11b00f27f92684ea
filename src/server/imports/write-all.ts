import { sql } from "kysely";
import { AppError } from "#domain/errors.ts";
import { voidConsents } from "#server/compliance/queries.ts";
import { cancelWorkOfClosed } from "#server/compliance/record-suppression.ts";
import type { BatchPlan, Planned } from "#server/imports/batch-plan.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import { loadFacts } from "#server/imports/load-facts.ts";
import { makeContactRows } from "#server/imports/make-contact-rows.ts";
import { mergePlanned } from "#server/imports/merge-planned.ts";
import { planBatch } from "#server/imports/plan-batch.ts";
import { countBatch } from "#server/imports/queries.ts";
import type { Batch } from "#server/imports/read-batches.ts";
import { tryAgain } from "#server/imports/try-again.ts";
import { countsOf, type Ready, writeBatch } from "#server/imports/write-batch.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/**
 * Writes batch after batch, each in a transaction of its own. While the database writes one, the next is planned by
 * facts that are read beside it, on another connection, and the one after that is read. False where the import was
 * stopped meanwhile.
 */
export async function writeAll(
  ctx: Context,
  run: ImportRun,
  batches: AsyncIterator<Batch>,
  onWritten: (batch: Batch) => void = () => undefined,
): Promise<boolean> {
  let batch = await next(batches);
  let planned: ReadyPlan | null = null;
  for (let number = 1; batch; number++) {
    const following: Batch | null = await run.watch.measure("wait for rows", () => next(batches));
    const written: Written | null = await writeOne(ctx, run, { number, batch, planned, following });
    if (!written) return false;
    run.fields.committed();
    onWritten(batch);
    batch = following;
    planned = written.ahead;
  }
  return true;
}

type ReadyPlan = Planned & Ready;
type Step = { number: number; batch: Batch; planned: ReadyPlan | null; following: Batch | null };
/** The plan of the batch that follows. */
type Written = { ahead: ReadyPlan | null };

async function next(batches: AsyncIterator<Batch>): Promise<Batch | null> {
  const { value, done } = await batches.next();
  return done ? null : value;
}

/** Null where the import was stopped meanwhile: then nothing of the batch stays. */
async function writeOne(ctx: Context, run: ImportRun, step: Step): Promise<Written | null> {
  let { planned } = step;
  try {
    return await tryAgain(ctx, () => {
      const plan = planned;
      // What was planned ahead is planned anew where somebody else came in between.
      planned = null;
      return transaction(ctx, (tx) => writeRows(ctx, tx, run, { ...step, planned: plan }));
    });
  } catch (error) {
    if (error instanceof AppError && error.details.reason === "stopped_meanwhile") return null;
    throw error;
  }
}

async function writeRows(
  ctx: Context,
  tx: Context,
  run: ImportRun,
  { number, batch, planned, following }: Step,
): Promise<Written> {
  const { watch } = run;
  const mine = planned ?? (await makeReady(tx, run, batch, null));
  const { plan } = mine;
  const rows = { before: batch.rowsBefore, after: batch.rowsAfter };
  if (!(await countBatch(tx.db, run.importId, rows, batch.bytesDone, countsOf(plan)))) {
    throw new AppError("conflict", { reason: "stopped_meanwhile" });
  }
  // A batch that joins contacts cannot be carried over.
  const isPlannedAhead = following !== null && plan.merges.length === 0;
  const ahead = isPlannedAhead ? makeReady(ctx, run, following, mine) : Promise.resolve(null);
  const { touched } = await watch.measure("write", () => writeBatch(tx, run, mine, ahead));
  await mergePlanned(tx, run, plan);
  await voidConsents(tx, { contactIds: whoMoved(plan), because: "change_of_job", exceptImportId: run.importId });
  await watch.measure("standings", () => refreshStandings(tx, touched, run.warmth));
  if (plan.suppressions.length > 0) await cancelWorkOfClosed(tx, touched);
  // By the statistics of an empty table the planner would read it from end to end for each of the keys of a batch.
  if (isPowerOfTwo(number)) await watch.measure("statistics", () => sql`select analyze_grown_tables()`.execute(tx.db));
  return { ahead: await ahead };
}

/** Who has another employer than before. */
function whoMoved({ people }: BatchPlan): string[] {
  return [...people.values()].flatMap(({ id, isNew, before, fields }) =>
    !isNew && before?.company && fields.company && before.company !== fields.company ? [id] : [],
  );
}

/** Plans by facts that it reads in the transaction of a dry run, which alone sees what it has written, or in its own. */
async function makeReady(ctx: Context, run: ImportRun, { rows }: Batch, ahead: Planned | null): Promise<ReadyPlan> {
  const facts = await run.watch.measure("match", () => transaction(ctx, (tx) => loadFacts(tx, run, rows)));
  const planned = await planBatch(run, rows, facts, { now: ctx.now, ahead });
  return { ...planned, contacts: await makeContactRows(ctx, run, planned.plan) };
}

/** As often as a growing table doubles. */
function isPowerOfTwo(number: number): boolean {
  return (number & (number - 1)) === 0;
}
