import type { Context } from "#server/platform/context.ts";

/** A number that turned out to be somebody else's. The caller refreshes the standing. */
export async function markPointWrong(tx: Context, pointId: string): Promise<void> {
  await tx.db
    .updateTable("contactPoints")
    .set({ state: "wrong" })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", pointId)
    .where("state", "=", "active")
    .execute();
}
