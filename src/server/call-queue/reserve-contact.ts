import type { Reservation } from "#api/queue.ts";
import { AppError } from "#domain/errors.ts";
import { minutesAfter } from "#domain/time.ts";
import { readOpenAttempt, readReservation } from "#server/call-queue/attempt-queries.ts";
import { lockRep, takeReservation } from "#server/call-queue/queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

const reservationMinutes = 5;

/** Opens a person's call, or keeps it open: nobody else can, and the rep has no other person open. */
export async function reserveContact(ctx: Context, input: { contactId: string }): Promise<Reservation> {
  return transaction(ctx, async (tx) => {
    const userId = requireUser(tx);
    const contactId = await requireContact(tx, input.contactId, "calls:make");
    await lockRep(tx, userId);
    await refuseSecondCall(tx, userId, contactId);

    const expiresAt = minutesAfter(tx.now, reservationMinutes);
    const taken = await takeReservation(tx, { contactId, userId, expiresAt });
    const reservation = await readReservation(tx, { contactId });
    if (!taken || !reservation) throw reservedBy(reservation, contactId);
    return reservation;
  });
}

/** A call whose outcome is missing comes first. */
export async function refuseSecondCall(tx: Context, userId: string, contactId: string): Promise<void> {
  const open = await readOpenAttempt(tx, userId);
  if (!open || open.contactId === contactId) return;
  throw new AppError("another_call_open", {
    attemptId: open.id,
    contactId: open.contactId,
    contactName: open.contactName,
  });
}

export function reservedBy(reservation: Reservation | undefined, contactId: string): AppError {
  return new AppError("reserved_by_other", {
    contactId,
    name: reservation?.name ?? null,
    until: reservation?.expiresAt.toISOString() ?? null,
  });
}
