import { sql } from "kysely";
import type { QueueScope } from "#server/call-queue/candidate-queries.ts";
import type { Context } from "#server/platform/context.ts";
import { keptByShape } from "#server/platform/kept-statements.ts";

export type Later = { at: Date; contactId: string; taskId: string | null };

/** Who comes later: a window that has not opened, or a time that was agreed. Soonest first. */
export async function readLater(
  tx: Context,
  { owners }: QueueScope,
  { after, limit }: { after: { at: Date; contactId: string } | undefined; limit: number },
): Promise<Later[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const known = owners.filter((owner) => owner !== null);
  const isPast = (place: ReturnType<typeof sql>) =>
    after ? sql`and ${place} > (${after.at}::timestamptz, ${after.contactId}::uuid)` : sql``;
  const opening = (owner: ReturnType<typeof sql>) => sql`
    select s.window_opens_at as at, s.contact_id, null::uuid as task_id from standings s
    where s.workspace_id = ${workspace} and ${owner} and s.window_opens_at > ${tx.now}
      ${isPast(sql`(s.window_opens_at, s.contact_id)`)}
      and s.closed_because is null and (s.hot_until > ${tx.now} or s.warm_until > ${tx.now})
      and not exists (select from tasks t
        where t.workspace_id = ${workspace} and t.contact_id = s.contact_id and t.state = 'open')
    order by s.window_opens_at, s.contact_id limit ${limit}`;
  const { rows } = await sql<Later>`
    select at, contact_id as "contactId", task_id as "taskId" from (
      (select distinct on (t.due_at, t.contact_id) t.due_at as at, t.contact_id, t.id as task_id from tasks t
        where t.workspace_id = ${workspace} and t.owner_id = any(${known}::uuid[]) and t.state = 'open'
          and t.due_at > ${tx.now} ${isPast(sql`(t.due_at, t.contact_id)`)}
        order by t.due_at, t.contact_id limit ${limit})
      union all (select b.* from unnest(${known}::uuid[]) as o(id)
        cross join lateral (${opening(sql`s.owner_id = o.id`)}) as b)
      ${owners.includes(null) ? sql`union all (${opening(sql`s.owner_id is null`)})` : sql``}) as later
    order by at, contact_id limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows;
}

export type Done = { id: string; contactId: string; startedAt: Date; outcome: string | null; note: string };

/** Today's attempts of these people, the latest first, each with the outcome that stands. */
export async function readDone(
  tx: Context,
  { owners, dayStart }: QueueScope,
  { after, limit }: { after: { startedAt: Date; id: string } | undefined; limit: number },
): Promise<Done[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<Done>`
    select a.id, a.contact_id as "contactId", a.started_at as "startedAt", o.outcome, coalesce(o.note, '') as note
    from attempts a
    left join lateral (
      select o.outcome, o.note from outcomes o where o.workspace_id = ${workspace} and o.attempt_id = a.id
      order by o.recorded_at desc, o.id desc limit 1) o on true
    where a.workspace_id = ${workspace} and a.user_id = any(${owners.filter(Boolean)}::uuid[])
      and a.started_at >= ${dayStart}::timestamptz and a.started_at <= ${tx.now}
      ${after ? sql`and (a.started_at, a.id) < (${after.startedAt}, ${after.id}::uuid)` : sql``}
    order by a.started_at desc, a.id desc limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows;
}

type Counts = { later: number; done: number };

type Counted = { workspaceId: string; now: Date; dayStart: Date; owners: readonly string[]; limit: number };

/** How many come later and how many were called today, counted to a limit. */
export async function countDay(tx: Context, { owners, dayStart }: QueueScope, limit: number): Promise<Counts> {
  const known = owners.filter((owner) => owner !== null);
  const shape = { withUnowned: known.length < owners.length };
  const values = { workspaceId: tx.actor.workspaceId, now: tx.now, dayStart, owners: known, limit };
  const [counts] = await countsOfDay(tx, shape, values);
  return counts ?? { later: 0, done: 0 };
}

const countsOfDay = keptByShape<{ withUnowned: boolean }, Counts, Counted>(({ withUnowned }, value) => {
  const workspace = sql`${value("workspaceId")}::uuid`;
  const now = sql`${value("now")}::timestamptz`;
  const owners = sql`${value("owners")}::uuid[]`;
  const limit = sql`${value("limit")}::bigint`;
  const opening = (owner: ReturnType<typeof sql>) => sql`
    select from standings s
    where s.workspace_id = ${workspace} and ${owner} and s.window_opens_at > ${now}
      and s.closed_because is null and (s.hot_until > ${now} or s.warm_until > ${now})
      and not exists (select from tasks t
        where t.workspace_id = ${workspace} and t.contact_id = s.contact_id and t.state = 'open')
    limit ${limit}`;
  return sql`
    select (select count(*)::int from (
        (select from tasks t where t.workspace_id = ${workspace} and t.owner_id = any(${owners})
          and t.state = 'open' and t.due_at > ${now} limit ${limit})
        union all (select from unnest(${owners}) as o(id)
          cross join lateral (${opening(sql`s.owner_id = o.id`)}) as b)
        ${withUnowned ? sql`union all (${opening(sql`s.owner_id is null`)})` : sql``}) as later) as later,
      (select count(*)::int from (
        select from attempts a where a.workspace_id = ${workspace} and a.user_id = any(${owners})
          and a.started_at >= ${value("dayStart")}::timestamptz and a.started_at <= ${now} limit ${limit}) as done) as done`;
});
