import type { Attempt, StartCall, StartedCall } from "#api/attempts.ts";
import { AppError } from "#domain/errors.ts";
import type { Decision } from "#domain/gate/types.ts";
import { minutesAfter } from "#domain/time.ts";
import { readAttempts, readOpenAttempt, readReservation } from "#server/call-queue/attempt-queries.ts";
import { closeForgottenCallJob } from "#server/call-queue/jobs.ts";
import { holdReservation, insertAttempt, lockRep } from "#server/call-queue/queries.ts";
import { refuseSecondCall, reservedBy } from "#server/call-queue/reserve-contact.ts";
import { type PassedGate, passCallGate } from "#server/compliance/pass-call-gate.ts";
import { lockPerson } from "#server/compliance/queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { enqueue } from "#server/platform/jobs.ts";

export const callMinutesMax = 30;

/**
 * Asks the gate at the moment of dialling and, if it agrees, writes the attempt down before the phone rings. The
 * number leaves the server with the answer, which is sent when the transaction is committed. Starting the call that
 * is open already gives that call again, if the gate still agrees: a no that was said meanwhile closes it.
 */
export async function startCall(ctx: Context, input: StartCall): Promise<StartedCall> {
  return transaction(ctx, async (tx) => {
    const userId = requireUser(tx);
    const contactId = await requireContact(tx, input.contactId, "calls:make");
    await lockRep(tx, userId);
    await refuseSecondCall(tx, userId, contactId);
    const open = await readOpenAttempt(tx, userId);
    if (!open) await requireReservation(tx, contactId);
    const locked = await lockPerson(tx, contactId);
    if (locked !== contactId) throw new AppError("contact_not_found", { contactId });
    return open ? startAgain(tx, open) : startNow(tx, { ...input, contactId }, userId);
  });
}

async function startNow(tx: Context, input: StartCall, userId: string): Promise<StartedCall> {
  const { contactId, pointId, playbook, subject } = input;
  const passed = await passCallGate(tx, { contactId, pointId, subject, at: tx.now });
  const attemptId = await insertAttempt(tx, {
    contactId,
    userId,
    ...usedOf(passed),
    origin: "dialled",
    playbook,
    startedAt: tx.now,
  });
  await holdReservation(tx, { contactId, userId, attemptId, minutes: callMinutesMax });
  await enqueue(tx, closeForgottenCallJob, { attemptId }, { runAt: minutesAfter(tx.now, callMinutesMax) });
  const [attempt] = await readAttempts(tx, { id: attemptId, limit: 1 });
  if (!attempt) throw new AppError("not_found", { attemptId });
  return started(attempt, passed.decision);
}

/** Late work is decided anew; the attempt itself is not one of those that count against it. */
async function startAgain(tx: Context, open: Attempt): Promise<StartedCall> {
  const { contactId, pointId, startedAt } = open;
  const { decision } = await passCallGate(tx, { contactId, pointId, at: tx.now, withoutAttemptAt: startedAt });
  return started(open, decision);
}

/** What an attempt takes over from the permit that it uses. */
export function usedOf({ phone, request, decisionId, triggerId, temperature }: PassedGate) {
  const { technology = "manual", purpose, subject = null } = request.attempt;
  return { pointId: phone.id, phone: phone.value, decisionId, triggerId, temperature, technology, purpose, subject };
}

async function requireReservation(tx: Context, contactId: string): Promise<void> {
  const reservation = await readReservation(tx, { contactId });
  if (!reservation) throw new AppError("call_not_opened", { contactId });
  if (!reservation.mine) throw reservedBy(reservation, contactId);
}

function started(attempt: Attempt, decision: Decision): StartedCall {
  return { attempt, tel: `tel:${attempt.phone}`, decision };
}
