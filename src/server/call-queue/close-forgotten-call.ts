import { deleteReservationOfAttempt, insertOutcome } from "#server/call-queue/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** Closes a call whose outcome nobody reported; it counts as an attempt. Running it twice, or too late, changes nothing. */
export async function closeForgottenCall(ctx: Context, { attemptId }: { attemptId: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    await insertOutcome(tx, { attemptId, correctsId: null, outcome: "unreported", note: "", answers: [], said: [] });
    await deleteReservationOfAttempt(tx, attemptId);
  });
}
