import type { Touchpoint } from "#api/touchpoints.ts";
import { AppError } from "#domain/errors.ts";
import { reachOf } from "#domain/policy.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { insertMark } from "#server/touchpoints/queries.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";
import { requireTouchpoint } from "#server/touchpoints/require-touchpoint.ts";

/** A manager vouches for a claim. Done twice it changes nothing; the first who vouched stays on record. */
export async function confirmTouchpoint(ctx: Context, { id }: { id: string }): Promise<Touchpoint> {
  return transaction(ctx, async (tx) => {
    const { contactId, verification, retractedAt } = await requireTouchpoint(tx, id, "touchpoints:confirm");
    if (verification !== "claimed" || retractedAt) throw new AppError("conflict", { reason: "nothing_to_confirm" });
    await insertMark(tx, { touchpointId: id, mark: "confirmed", markedBy: requireUser(tx) });
    await refreshStandings(tx, [contactId]);
    return requireTouchpoint(tx, id, "contacts:read");
  });
}

/** Takes a touchpoint back. Whoever may not confirm claims may only take back a claim of his own. */
export async function retractTouchpoint(
  ctx: Context,
  { id, because }: { id: string; because: string },
): Promise<Touchpoint> {
  return transaction(ctx, async (tx) => {
    const touchpoint = await requireTouchpoint(tx, id, "contacts:write");
    const isOwnClaim = touchpoint.verification === "claimed" && touchpoint.recordedBy?.id === tx.actor.userId;
    if (!isOwnClaim && !reachOf(tx.actor, "touchpoints:confirm")) {
      throw new AppError("permission_denied", { permission: "touchpoints:confirm" });
    }
    await insertMark(tx, { touchpointId: id, mark: "retracted", markedBy: tx.actor.userId, details: { because } });
    await refreshStandings(tx, [touchpoint.contactId]);
    return requireTouchpoint(tx, id, "contacts:read");
  });
}
