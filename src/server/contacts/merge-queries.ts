import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";

export type StoredMerge = { id: string; mergedId: string; mergedAt: Date };

/** A merge into this contact that nobody has taken apart yet. */
export async function findMerge(tx: Context, survivorId: string, mergeId: string): Promise<StoredMerge | undefined> {
  return tx.db
    .selectFrom("contactMerges as m")
    .innerJoin("contacts as c", (join) =>
      join.onRef("c.workspaceId", "=", "m.workspaceId").onRef("c.id", "=", "m.mergedId"),
    )
    .select(["m.id", "m.mergedId", "m.mergedAt"])
    .where("m.workspaceId", "=", tx.actor.workspaceId)
    .where("c.mergedIntoId", "=", survivorId)
    .where("m.id", "=", mergeId)
    .where("m.undoneAt", "is", null)
    .executeTakeFirst();
}

/** What came to the survivor since a merge, and so belongs to nobody else in particular. */
export async function countSince(
  tx: Context,
  survivorId: string,
  { mergedAt }: StoredMerge,
): Promise<{ touchpoints: number; points: number }> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<{ touchpoints: number; points: number }>`
    select
      (select count(*)::int from touchpoints where workspace_id = ${workspace}
        and contact_id = ${survivorId}::uuid and recorded_at > ${mergedAt}) as touchpoints,
      (select count(*)::int from contact_points where workspace_id = ${workspace}
        and contact_id = ${survivorId}::uuid and created_at > ${mergedAt}) as points`.execute(tx.db.withoutPlugins());
  return rows[0] ?? { touchpoints: 0, points: 0 };
}

/** Whether somebody is on a call with one of these, or about to be. */
export async function isReserved(tx: Context, contactIds: readonly string[]): Promise<boolean> {
  const row = await tx.db
    .selectFrom("reservations")
    .select("contactId")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("contactId", "in", [...contactIds])
    .where("expiresAt", ">", tx.now)
    .executeTakeFirst();
  return row !== undefined;
}
