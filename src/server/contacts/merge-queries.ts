import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";

export type MergeField = { field: string; before: unknown; after: unknown };

/** What a merge changed, so that it can be taken apart again. */
export type BeforeMerge = {
  fields: MergeField[];
  points: string[];
  /** Contacts that had been merged into the one that now is merged itself. */
  children: string[];
};

/** Gives the survivor the points that he has not; what both had stays where it was. Answers the keys of those moved. */
export async function movePoints(tx: Context, from: string, to: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update contact_points p set contact_id = ${to}::uuid
    where p.workspace_id = ${tx.actor.workspaceId}::uuid and p.contact_id = ${from}::uuid
      and not exists (select from contact_points o
        where o.workspace_id = p.workspace_id and o.contact_id = ${to}::uuid and o.kind = p.kind
          and o.value = p.value and o.state = p.state)
    returning p.id`.execute(tx.db.withoutPlugins());
  return rows.map(({ id }) => id);
}

export async function movePointsBack(tx: Context, points: readonly string[], from: string, to: string): Promise<void> {
  await sql`update contact_points set contact_id = ${to}::uuid
    where workspace_id = ${tx.actor.workspaceId}::uuid and id = any(${points}::uuid[])
      and contact_id = ${from}::uuid`.execute(tx.db);
}

/** Points a merged contact, and everybody who was merged into it, at the one who remains. */
export async function pointAtSurvivor(tx: Context, mergedId: string, survivorId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update contacts set merged_into_id = ${survivorId}::uuid
    where workspace_id = ${tx.actor.workspaceId}::uuid and merged_into_id = ${mergedId}::uuid
    returning id`.execute(tx.db.withoutPlugins());
  await sql`update contacts set state = 'merged', merged_into_id = ${survivorId}::uuid
    where workspace_id = ${tx.actor.workspaceId}::uuid and id = ${mergedId}::uuid and state = 'active'`.execute(tx.db);
  return rows.map(({ id }) => id);
}

export async function standAlone(
  tx: Context,
  mergedId: string,
  survivorId: string,
  children: readonly string[],
): Promise<void> {
  await sql`update contacts set state = 'active', merged_into_id = null
    where workspace_id = ${tx.actor.workspaceId}::uuid and id = ${mergedId}::uuid
      and merged_into_id = ${survivorId}::uuid`.execute(tx.db);
  await sql`update contacts set merged_into_id = ${mergedId}::uuid
    where workspace_id = ${tx.actor.workspaceId}::uuid and id = any(${children}::uuid[])
      and merged_into_id = ${survivorId}::uuid`.execute(tx.db);
}

export async function insertMerge(
  tx: Context,
  merge: { survivorId: string; mergedId: string; before: BeforeMerge; importId: string | null },
): Promise<string> {
  const { id } = await tx.db
    .insertInto("contactMerges")
    .values({
      ...merge,
      workspaceId: tx.actor.workspaceId,
      before: JSON.stringify(merge.before),
      mergedAt: tx.now,
      mergedBy: tx.actor.userId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export type StoredMerge = { id: string; survivorId: string; mergedId: string; before: BeforeMerge; mergedAt: Date };

export async function lockMerge(tx: Context, survivorId: string, mergeId: string): Promise<StoredMerge | undefined> {
  const row = await tx.db
    .selectFrom("contactMerges")
    .select(["id", "survivorId", "mergedId", "before", "mergedAt"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("survivorId", "=", survivorId)
    .where("id", "=", mergeId)
    .where("undoneAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, before: row.before as BeforeMerge };
}

export async function endMerge(tx: Context, mergeId: string): Promise<void> {
  await tx.db
    .updateTable("contactMerges")
    .set({ undoneAt: tx.now, undoneBy: tx.actor.userId })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", mergeId)
    .where("undoneAt", "is", null)
    .execute();
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

/** Who is on a call with one of these, or about to be. */
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
