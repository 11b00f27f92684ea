import type { CurrentCall } from "#api/attempts.ts";
import { readOpenAttempt, readReservation } from "#server/call-queue/attempt-queries.ts";
import { masked } from "#server/call-queue/mask-attempt.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

/** What the rep has open: a person merely opened, or a call whose outcome is missing. */
export async function currentCall(ctx: Context): Promise<CurrentCall> {
  return transaction(ctx, async (tx) => {
    const userId = requireUser(tx);
    const reservation = await readReservation(tx, { userId });
    const attempt = await readOpenAttempt(tx, userId);
    return { reservation: reservation ?? null, attempt: attempt ? masked(attempt) : null };
  });
}
