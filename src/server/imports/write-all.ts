import { sql } from "kysely";
import { AppError } from "#domain/errors.ts";
import { voidConsents } from "#server/compliance/queries.ts";
import { cancelWorkOfClosed } from "#server/compliance/record-suppression.ts";
import type { BatchPlan } from "#server/imports/batch-plan.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import { makeReady, type ReadyPlan } from "#server/imports/make-ready.ts";
import { mergePlanned } from "#server/imports/merge-planned.ts";
import { countBatch } from "#server/imports/queries.ts";
import type { Batch } from "#server/imports/read-batches.ts";
import { isPassing, tryAgain } from "#server/imports/try-again.ts";
import { countsOf, writeBatch } from "#server/imports/write-batch.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/**
 * Writes batch after batch, each in a transaction of its own, and commits them in their order. While the database
 * writes one, the next is read, planned by facts that are looked up on another connection, and begun on a third where
 * it has nobody in common with the one before. False where the import was stopped meanwhile.
 */
export async function writeAll(
  ctx: Context,
  run: ImportRun,
  batches: AsyncIterator<Batch>,
  onWritten: (batch: Batch) => void = () => undefined,
): Promise<boolean> {
  let [before, writing] = [null as Writing | null, null as Writing | null];
  try {
    for (let number = 1; ; number++) {
      const batch = await run.watch.measure("wait for rows", () => next(batches));
      writing = batch && (await begin(ctx, run, { number, batch, before }));
      const outcome = await before?.outcome;
      if (outcome === "stopped") return false;
      if (before) onWritten(before.batch);
      if (!writing) return true;
      // What was planned anew is not what the next plan would carry over.
      before = outcome === "planned anew" ? { ...writing, plan: null } : writing;
    }
  } finally {
    // Nothing is under way any more when the import is said to have ended.
    await writing?.outcome.catch(() => undefined);
  }
}

/** "stopped" where the import was stopped meanwhile: then nothing of the batch stays. */
type Outcome = "as planned" | "planned anew" | "stopped";

/** A batch under way; `asPlanned` fails where it must be planned anew. */
type Writing = { batch: Batch; plan: ReadyPlan | null; asPlanned: Promise<void>; outcome: Promise<Outcome> };

/** What a batch that was begun early waits for before it is counted and committed. */
type Turn = Promise<void> | undefined;

type Step = { number: number; batch: Batch; before: Writing | null };

async function next(batches: AsyncIterator<Batch>): Promise<Batch | null> {
  const { value, done } = await batches.next();
  return done ? null : value;
}

async function begin(ctx: Context, run: ImportRun, step: Step): Promise<Writing> {
  const { batch, before } = step;
  const ahead = before?.plan && before.plan.plan.merges.length === 0 ? before.plan : null;
  // What cannot be carried over is read when it is committed.
  if (!ahead) await before?.outcome;
  const plan = await makeReady(ctx, run, batch, ahead);
  const turn = ahead ? before?.asPlanned : undefined;
  const isApart = !ahead || !hasAnybodyOf(plan.plan, ahead.plan);
  const asPlanned = transaction(ctx, (tx) => writeRows(tx, run, { ...step, plan, turn }), isApart ? undefined : turn);
  const outcome = asPlanned.then(
    () => "as planned" as const,
    (error) => writeAnew(ctx, run, step, error),
  );
  // Whoever waits for it hears of a failure.
  outcome.catch(() => undefined);
  return { batch, plan, asPlanned, outcome };
}

/** After something that passes: somebody else came in between, in this batch or in the one that it was planned by. */
async function writeAnew(ctx: Context, run: ImportRun, step: Step, error: unknown): Promise<Outcome> {
  if (isStopped(error) || (await step.before?.outcome) === "stopped") return "stopped";
  if (!isPassing(error)) throw error;
  try {
    await tryAgain(ctx, async () => {
      const plan = await makeReady(ctx, run, step.batch, null);
      await transaction(ctx, (tx) => writeRows(tx, run, { ...step, plan, turn: undefined }));
    });
    return "planned anew";
  } catch (again) {
    if (isStopped(again)) return "stopped";
    throw again;
  }
}

function isStopped(error: unknown): boolean {
  return error instanceof AppError && error.details.reason === "stopped_meanwhile";
}

async function writeRows(
  tx: Context,
  run: ImportRun,
  { number, batch, plan: ready, turn }: Pick<Step, "number" | "batch"> & { plan: ReadyPlan; turn: Turn },
): Promise<void> {
  const { watch } = run;
  const { plan } = ready;
  const { touched } = await watch.measure("write", () => writeBatch(tx, run, ready));
  await mergePlanned(tx, run, plan);
  await voidConsents(tx, { contactIds: whoMoved(plan), because: "change_of_job", exceptImportId: run.importId });
  await watch.measure("standings", () => refreshStandings(tx, touched, run.warmth));
  if (plan.suppressions.length > 0) await cancelWorkOfClosed(tx, touched);
  // By the statistics of an empty table the planner would read it from end to end for each of the keys of a batch.
  if (isPowerOfFour(number)) await watch.measure("statistics", () => sql`select analyze_grown_tables()`.execute(tx.db));
  await watch.measure("wait for turn", async () => turn);
  const rows = { before: batch.rowsBefore, after: batch.rowsAfter };
  const isCounted = await countBatch(tx.db, run.importId, rows, batch.bytesDone, countsOf(plan));
  if (!isCounted) throw new AppError("conflict", { reason: "stopped_meanwhile" });
}

/** Whether somebody is written by both batches, or one of them names whom the other adds. */
function hasAnybodyOf({ people, rows, links }: BatchPlan, ahead: BatchPlan): boolean {
  const isAhead = (id: string | null) => id !== null && ahead.people.has(id);
  return (
    [...people.keys()].some(isAhead) ||
    rows.some(({ contactIds }) => contactIds.some(isAhead)) ||
    links.some(({ fromContactId, toContactId }) => isAhead(fromContactId) || isAhead(toContactId))
  );
}

/** Who has another employer than before. */
function whoMoved({ people }: BatchPlan): string[] {
  return [...people.values()].flatMap(({ id, isNew, before, fields }) =>
    !isNew && before?.company && fields.company && before.company !== fields.company ? [id] : [],
  );
}

/** As often as a growing table becomes four times as large: how large it is the planner sees by itself. */
function isPowerOfFour(number: number): boolean {
  return Number.isInteger(Math.log2(number) / 2);
}
