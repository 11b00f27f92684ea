import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";

/** GDPR Art. 18: from now on stored and not used; or used again. The caller refreshes the standings. */
export async function restrictContacts(tx: Context, ids: readonly string[], at: Date | null): Promise<void> {
  await tx.db
    .updateTable("contacts")
    .set({ restrictedAt: at, updatedAt: tx.now })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .where("restrictedAt", at ? "is" : "is not", null)
    .execute();
}

/** Of two who are one from now on the stricter state holds. */
export async function shareRestriction(
  tx: Context,
  { survivorId, mergedId }: { survivorId: string; mergedId: string },
): Promise<void> {
  await sql`
    update contacts c set restricted_at = m.restricted_at from contacts m
    where c.workspace_id = ${tx.actor.workspaceId}::uuid and c.id = ${survivorId}::uuid and c.restricted_at is null
      and m.workspace_id = c.workspace_id and m.id = ${mergedId}::uuid and m.restricted_at is not null`.execute(tx.db);
}
