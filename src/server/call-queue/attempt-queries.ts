import { sql } from "kysely";
import type { Attempt } from "#api/attempts.ts";
import type { Reservation } from "#api/queue.ts";
import type { Context } from "#server/platform/context.ts";

type Stored = Omit<Attempt, "outcome"> & {
  outcome: (Omit<NonNullable<Attempt["outcome"]>, "recordedAt"> & { recordedAt: string }) | null;
};

type Wanted = {
  id?: string;
  contactIds?: readonly string[];
  userId?: string;
  openOnly?: boolean;
  before?: { startedAt: Date; id: string } | undefined;
  limit: number;
};

/** Attempts, newest first, each with the outcome that stands. Numbers are whole: the caller masks. */
export async function readAttempts(tx: Context, wanted: Wanted): Promise<Attempt[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { id, contactIds, userId, openOnly, before, limit } = wanted;
  const conditions = [
    sql`a.workspace_id = ${workspace}`,
    ...(id ? [sql`a.id = ${id}::uuid`] : []),
    ...(contactIds ? [sql`a.contact_id = any(${contactIds}::uuid[])`] : []),
    ...(userId ? [sql`a.user_id = ${userId}::uuid`] : []),
    ...(openOnly ? [sql`o.id is null and a.origin = 'dialled'`] : []),
    ...(before ? [sql`(a.started_at, a.id) < (${before.startedAt}, ${before.id}::uuid)`] : []),
  ];
  const { rows } = await sql<Stored>`
    select a.id, a.contact_id as "contactId", c.full_name as "contactName", a.point_id as "pointId", a.phone,
      jsonb_build_object('userId', u.id, 'name', u.name) as user, a.origin, a.temperature,
      a.started_at as "startedAt", a.decision_id as "decisionId",
      case when o.id is not null then jsonb_build_object('id', o.id, 'outcome', o.outcome, 'note', o.note,
        'answers', o.answers, 'said', o.said, 'recordedAt', o.recorded_at, 'correctsId', o.corrects_id) end as outcome
    from attempts a
    join contacts c on c.workspace_id = ${workspace} and c.id = a.contact_id
    join users u on u.id = a.user_id
    left join lateral (
      select o.* from outcomes o where o.workspace_id = ${workspace} and o.attempt_id = a.id
      order by o.recorded_at desc, o.id desc limit 1) o on true
    where ${sql.join(conditions, sql` and `)}
    order by a.started_at desc, a.id desc limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows.map(({ outcome, ...row }) => ({
    ...row,
    outcome: outcome && { ...outcome, recordedAt: new Date(outcome.recordedAt) },
  }));
}

/** The call of this rep whose outcome is missing. An old one without an outcome is about to be closed by its job. */
export async function readOpenAttempt(tx: Context, userId: string): Promise<Attempt | undefined> {
  const since = sql`${tx.now}::timestamptz - interval '1 day'`;
  const { rows } = await sql<{ id: string }>`
    select a.id from attempts a
    where a.workspace_id = ${tx.actor.workspaceId}::uuid and a.user_id = ${userId}::uuid and a.origin = 'dialled'
      and a.started_at > ${since} and not exists (
        select from outcomes o where o.workspace_id = a.workspace_id and o.attempt_id = a.id)
    order by a.started_at desc limit 1`.execute(tx.db.withoutPlugins());
  const id = rows[0]?.id;
  return id ? (await readAttempts(tx, { id, limit: 1 }))[0] : undefined;
}

/** Who has these people open now, by contact. */
export async function readReservation(
  tx: Context,
  { contactId, userId }: { contactId?: string; userId?: string },
): Promise<Reservation | undefined> {
  let query = tx.db
    .selectFrom("reservations as r")
    .innerJoin("users as u", "u.id", "r.userId")
    .select(["r.contactId", "r.userId", "u.name", "r.attemptId", "r.expiresAt"])
    .where("r.workspaceId", "=", tx.actor.workspaceId)
    .where("r.expiresAt", ">", tx.now);
  if (contactId) query = query.where("r.contactId", "=", contactId);
  if (userId) query = query.where("r.userId", "=", userId);
  const row = await query.executeTakeFirst();
  return row && { ...row, mine: row.userId === tx.actor.userId };
}
