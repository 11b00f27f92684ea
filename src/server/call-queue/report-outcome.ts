import type { Attempt, ReportedCall, ReportOutcome } from "#api/attempts.ts";
import { AppError } from "#domain/errors.ts";
import { readAttempts } from "#server/call-queue/attempt-queries.ts";
import { applyOutcome, takeBackOutcome } from "#server/call-queue/outcome-effects.ts";
import { deleteReservationOfAttempt, insertOutcome } from "#server/call-queue/queries.ts";
import { reportedCall } from "#server/call-queue/reported-call.ts";
import { inWords } from "#server/call-queue/said-obligations.ts";
import { lockPerson } from "#server/compliance/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/**
 * Says what came of a call. The first outcome stands; a correction is a later row that names the one it corrects,
 * and takes back what that one had changed. What nobody had reported in time may still be reported.
 */
export async function reportOutcome(ctx: Context, input: ReportOutcome): Promise<ReportedCall> {
  return transaction(ctx, async (tx) => {
    const { contactId } = await requireOwnAttempt(tx, input.id);
    await lockPerson(tx, contactId);
    const attempt = await requireOwnAttempt(tx, input.id);
    const correctsId = corrected(attempt, input);
    if (correctsId) await takeBackOutcome(tx, attempt);

    const { outcome, note, answers } = input;
    const said = await inWords(tx, attempt.decisionId, input.said);
    const written = await insertOutcome(tx, { attemptId: attempt.id, correctsId, outcome, note, answers, said });
    if (!written) throw new AppError("outcome_reported", { attemptId: attempt.id });
    const taskId = await applyOutcome(tx, attempt, input);
    await deleteReservationOfAttempt(tx, attempt.id);
    return reportedCall(tx, attempt.id, taskId);
  });
}

function corrected({ id, outcome }: Attempt, { correctsId }: ReportOutcome): string | null {
  if (!outcome) {
    if (correctsId) throw new AppError("not_found", { outcomeId: correctsId });
    return null;
  }
  if (outcome.outcome === "unreported" || outcome.id === correctsId) return outcome.id;
  throw new AppError("outcome_reported", { attemptId: id, outcome: outcome.outcome, outcomeId: outcome.id });
}

/** Whoever made the call says what came of it; a manager may correct it. */
export async function requireOwnAttempt(tx: Context, id: string): Promise<Attempt> {
  const [attempt] = await readAttempts(tx, { id, limit: 1 });
  const isMine = attempt?.user.userId === tx.actor.userId;
  if (!attempt || (!isMine && tx.actor.role === "rep")) throw new AppError("not_found", { attemptId: id });
  return attempt;
}
