import type { Context } from "#server/platform/context.ts";

/** A number that turned out to be somebody else's, or that was right after all. The caller refreshes the standing. */
export async function markPoint(tx: Context, pointId: string, state: "wrong" | "active"): Promise<void> {
  await tx.db
    .updateTable("contactPoints")
    .set({ state })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", pointId)
    .where("state", "=", state === "wrong" ? "active" : "wrong")
    .execute();
}
