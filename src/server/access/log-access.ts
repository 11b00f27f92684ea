import { type Context, requireUser } from "#server/platform/context.ts";

/** Writes down who saw or took out what. The row stands in the transaction that gives it out. */
export async function logAccess(
  tx: Context,
  action: "reveal" | "export",
  details: { contactId?: string; [name: string]: unknown },
): Promise<void> {
  const { contactId, ...rest } = details;
  await tx.db
    .insertInto("accessLogs")
    .values({
      workspaceId: tx.actor.workspaceId,
      userId: requireUser(tx),
      action,
      contactId: contactId ?? null,
      details: JSON.stringify(rest),
      happenedAt: tx.now,
    })
    .execute();
}
