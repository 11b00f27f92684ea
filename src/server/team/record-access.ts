import { type Context, requireUser, transaction } from "#server/platform/context.ts";

type Access = { action: "export" | "reveal" | "admit"; contactId?: string; details?: Record<string, unknown> };

/** Remembers who took data out or saw what is masked for others; the only writer of the access log. */
export async function recordAccess(ctx: Context, { action, contactId, details = {} }: Access): Promise<void> {
  await transaction(ctx, async (tx) => {
    await tx.db
      .insertInto("accessLogs")
      .values({
        workspaceId: tx.actor.workspaceId,
        userId: requireUser(tx),
        action,
        contactId: contactId ?? null,
        details: JSON.stringify(details),
        happenedAt: tx.now,
      })
      .execute();
  });
}
