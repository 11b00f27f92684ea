import { sql } from "kysely";
import type { Condition } from "#api/conditions.ts";
import { record, recordAgain } from "#server/ledger/record.ts";
import type { Context } from "#server/platform/context.ts";

export type NewCondition = Omit<Condition, "id" | "enteredAt" | "enteredBy" | "endedAt" | "endedBecause"> & {
  overAt: Date | null;
};

export async function insertCondition(tx: Context, userId: string, row: NewCondition): Promise<string> {
  const { from, to, ...rest } = row;
  const { id } = await tx.db
    .insertInto("conditions")
    .values({
      ...rest,
      starts: from,
      ends: to,
      workspaceId: tx.actor.workspaceId,
      enteredAt: tx.now,
      enteredBy: userId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  record(tx, "condition", [id]);
  return id;
}

/** False where it has ended already. */
export async function closeCondition(
  tx: Context,
  { id, userId, because }: { id: string; userId: string; because: string },
): Promise<boolean> {
  const closed = await tx.db
    .updateTable("conditions")
    .set({ endedAt: tx.now, endedBy: userId, endedBecause: because })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  const isClosed = closed.numUpdatedRows > 0n;
  if (isClosed) recordAgain(tx, "condition", [id]);
  return isClosed;
}

type Wanted = { id?: string; standingOnly?: boolean; before?: string | undefined; limit: number };

/** Newest first. */
export async function listConditionRows(tx: Context, wanted: Wanted): Promise<Condition[]> {
  const conditions = [
    sql`c.workspace_id = ${tx.actor.workspaceId}::uuid`,
    ...(wanted.id ? [sql`c.id = ${wanted.id}::uuid`] : []),
    ...(wanted.standingOnly ? [sql`c.ended_at is null and (c.over_at is null or c.over_at > ${tx.now})`] : []),
    ...(wanted.before ? [sql`c.id < ${wanted.before}::uuid`] : []),
  ];
  const { rows } = await sql<Condition>`
    select c.id, c.kind, c.country, c.region, c.county, c.place, c.starts as "from", c.ends as "to", c.source,
      c.entered_at as "enteredAt", jsonb_build_object('userId', u.id, 'name', u.name) as "enteredBy",
      c.ended_at as "endedAt", c.ended_because as "endedBecause"
    from conditions c join users u on u.id = c.entered_by
    where ${sql.join(conditions, sql` and `)}
    order by c.id desc limit ${wanted.limit}`.execute(tx.db.withoutPlugins());
  return rows;
}
