import { deleteReservation } from "#server/call-queue/queries.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

/** Leaves a person's call without dialling. A call that was dialled stays open until its outcome is known. */
export async function releaseContact(
  ctx: Context,
  { contactId }: { contactId: string },
): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    await deleteReservation(tx, contactId, requireUser(tx));
    return {};
  });
}
