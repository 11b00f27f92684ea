import { separateContacts } from "#server/contacts/join-contacts.ts";
import type { Context } from "#server/platform/context.ts";

/** Takes apart the contacts that an import joined, the last joined first. Answers how many, and whom it touched. */
export async function undoMerges(tx: Context, importId: string): Promise<{ count: number; contactIds: string[] }> {
  const merge = await tx.db
    .selectFrom("contactMerges")
    .select("id")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("importId", "=", importId)
    .where("undoneAt", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!merge) return { count: 0, contactIds: [] };
  const { survivorId, restoredId } = await separateContacts(tx, merge.id);
  return { count: 1, contactIds: [survivorId, restoredId] };
}
