import type { Attempt, StartCall, StartedCall } from "#api/attempts.ts";
import { AppError } from "#domain/errors.ts";
import { minutesAfter } from "#domain/time.ts";
import { readAttempts, readOpenAttempt, readReservation } from "#server/call-queue/attempt-queries.ts";
import { closeForgottenCallJob } from "#server/call-queue/jobs.ts";
import { holdReservation, insertAttempt, lockRep } from "#server/call-queue/queries.ts";
import { refuseSecondCall, reservedBy } from "#server/call-queue/reserve-contact.ts";
import { readDecision } from "#server/compliance/decision-queries.ts";
import { recordCallDecision, refusalOf } from "#server/compliance/pass-call-gate.ts";
import { lockPerson } from "#server/compliance/queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { enqueue } from "#server/platform/jobs.ts";

export const callMinutesMax = 30;

/**
 * Asks the gate at the moment of dialling and, if it agrees, writes the attempt down before the phone rings. The
 * number leaves the server with the answer, which is sent when the transaction is committed. Starting the call
 * that is open already gives that call again.
 */
export async function startCall(ctx: Context, input: StartCall): Promise<StartedCall> {
  return transaction(ctx, async (tx) => {
    const userId = requireUser(tx);
    const contactId = await requireContact(tx, input.contactId, "calls:make");
    await lockRep(tx, userId);
    await refuseSecondCall(tx, userId, contactId);
    const open = await readOpenAttempt(tx, userId);
    if (open) return started(tx, open);

    await requireReservation(tx, contactId);
    const locked = await lockPerson(tx, contactId);
    if (locked !== contactId) throw new AppError("contact_not_found", { contactId });
    const attemptId = await passGateAndWrite(tx, { ...input, contactId }, userId);
    await holdReservation(tx, { contactId, userId, attemptId, minutes: callMinutesMax });
    await enqueue(tx, closeForgottenCallJob, { attemptId }, { runAt: minutesAfter(tx.now, callMinutesMax) });
    const [attempt] = await readAttempts(tx, { id: attemptId, limit: 1 });
    if (!attempt) throw new AppError("not_found", { attemptId });
    return started(tx, attempt);
  });
}

async function passGateAndWrite(tx: Context, { contactId, pointId, playbook }: StartCall, userId: string) {
  const passed = await recordCallDecision(tx, { contactId, pointId, at: tx.now });
  if (passed.decision.verdict !== "allow") throw refusalOf(passed.decision);
  return insertAttempt(tx, {
    contactId,
    userId,
    pointId: passed.phone.id,
    phone: passed.phone.value,
    origin: "dialled",
    decisionId: passed.decisionId,
    triggerId: passed.triggerId,
    temperature: passed.temperature,
    playbook,
    startedAt: tx.now,
  });
}

async function requireReservation(tx: Context, contactId: string): Promise<void> {
  const reservation = await readReservation(tx, { contactId });
  if (!reservation) throw new AppError("call_not_opened", { contactId });
  if (!reservation.mine) throw reservedBy(reservation, contactId);
}

async function started(tx: Context, attempt: Attempt): Promise<StartedCall> {
  const decision = await readDecision(tx, attempt.decisionId);
  return { attempt, tel: `tel:${attempt.phone}`, decision };
}
