import type { LogCall, ReportedCall } from "#api/attempts.ts";
import { AppError } from "#domain/errors.ts";
import { hoursAfter } from "#domain/time.ts";
import { readAttempts } from "#server/call-queue/attempt-queries.ts";
import { applyOutcome } from "#server/call-queue/outcome-effects.ts";
import { insertAttempt, insertOutcome } from "#server/call-queue/queries.ts";
import { reportedCall } from "#server/call-queue/reported-call.ts";
import { inWords } from "#server/call-queue/said-obligations.ts";
import { usedOf } from "#server/call-queue/start-call.ts";
import { recordCallDecision } from "#server/compliance/pass-call-gate.ts";
import { lockPerson } from "#server/compliance/queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

const daysBackMax = 90;

/**
 * Writes down a call that was made elsewhere. It counts as an attempt whatever the gate would have said, and what
 * the gate says of it is kept; what came of it rests on the rep's word.
 */
export async function logCall(ctx: Context, input: LogCall): Promise<ReportedCall> {
  return transaction(ctx, async (tx) => {
    const userId = requireUser(tx);
    const contactId = await requireContact(tx, input.contactId, "calls:make");
    const startedAt = input.startedAt ?? tx.now;
    if (startedAt > tx.now || startedAt < hoursAfter(tx.now, -24 * daysBackMax)) {
      throw new AppError("invalid_input", { startedAt: startedAt.toISOString() });
    }
    await lockPerson(tx, contactId);

    const passed = await recordCallDecision(tx, { contactId, pointId: input.pointId, at: startedAt });
    const row = { ...usedOf(passed), contactId, userId, startedAt, playbook: {}, origin: "logged" as const };
    const attemptId = await insertAttempt(tx, row);
    const { outcome, note, answers } = input;
    const said = await inWords(tx, passed.decisionId, input.said);
    await insertOutcome(tx, { attemptId, correctsId: null, outcome, note, answers, said });
    const [attempt] = await readAttempts(tx, { id: attemptId, limit: 1 });
    if (!attempt) throw new AppError("not_found", { attemptId });
    return reportedCall(tx, attemptId, await applyOutcome(tx, attempt, input));
  });
}
