import { type RawBuilder, sql } from "kysely";
import type { Context } from "#server/platform/context.ts";
import { kept } from "#server/platform/kept-statements.ts";

/** Whose people: `null` among them stands for those whom nobody owns. */
export type QueueScope = { owners: readonly (string | null)[]; dayStart: Date; allowCold: boolean };

/**
 * The order of the queue. Within a rank the key decides: the closing of the window, soonest first (0 and 2), or
 * the heat, highest first (1, 3 and 4); cold people who were never warm come by age (5).
 */
export const ranks = { expecting: 0, expectingLate: 1, inWindow: 2, late: 3, cooled: 4, cold: 5 } as const;

export type Candidate = { rank: number; key: string; contactId: string; taskId: string | null };
export type Cursor = Pick<Candidate, "rank" | "key" | "contactId">;

const epochKey = (instant: RawBuilder<unknown>) => sql`extract(epoch from ${instant})::double precision`;

/**
 * The next candidates in order: bounded, every branch along an index. Not among them: who was called today and
 * has done nothing since, and whose turn was planned for later.
 */
export async function readCandidates(
  tx: Context,
  scope: QueueScope,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Candidate[]> {
  const { expecting, others } = standingBranches(tx, scope, after, limit);
  if (isReached(after, ranks.inWindow)) others.push(dueTasks(tx, scope));
  const position = after
    ? sql`where (rank, key, contact_id) > (${after.rank}, ${after.key}::double precision, ${after.contactId}::uuid)`
    : sql``;
  const { rows } = await sql<Candidate>`
    ${kept} with expecting (rank, key, contact_id, task_id) as materialized (${united(expecting)})
    select rank, key::text as key, contact_id as "contactId", task_id as "taskId"
    from (${united([sql`table expecting`, ...others])}) as candidate ${position}
    order by candidate.rank, candidate.key, candidate.contact_id limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows;
}

/** Whether a rank is still to come, or is where the last page ended. */
function isReached(after: Cursor | undefined, rank: number): boolean {
  return !after || after.rank <= rank;
}

/** What was agreed comes at its time: with those who expect us, or among the windows. */
function dueTasks(tx: Context, { owners, dayStart }: QueueScope) {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const isAgreed = sql`t.kind in ('callback', 'meeting')`;
  return sql`(
    select distinct on (t.contact_id)
      case when ${isAgreed} or (s.hot_from <= ${tx.now} and s.hot_until > ${tx.now}) then ${ranks.expecting}::int
        else ${ranks.inWindow}::int end as rank,
      ${epochKey(sql`t.due_at + case when ${isAgreed} then interval '1 hour' else interval '1 day' end`)} as key,
      t.contact_id, t.id as task_id
    from tasks t
    left join standings s on s.workspace_id = ${workspace} and s.contact_id = t.contact_id
    where t.workspace_id = ${workspace} and t.owner_id = any(${owners.filter(Boolean)}::uuid[])
      and t.state = 'open' and t.due_at <= ${tx.now}
      and not exists (select from attempts a where a.workspace_id = ${workspace} and a.contact_id = t.contact_id
        and a.started_at >= greatest(t.due_at, ${dayStart}::timestamptz))
    order by t.contact_id, t.due_at)`;
}

type Branch = {
  /** The ranks that the branch gives. */
  firstRank: number;
  lastRank: number;
  rank: RawBuilder<unknown>;
  key: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  order: RawBuilder<unknown>;
  past: (cursor: Cursor) => RawBuilder<unknown>;
};

/** Who comes after those who expect us is looked for only where these do not fill the page. */
function standingBranches(tx: Context, scope: QueueScope, after: Cursor | undefined, limit: number) {
  const parts = { expecting: [] as RawBuilder<unknown>[], others: [] as RawBuilder<unknown>[] };
  const known = scope.owners.filter((owner) => owner !== null);
  for (const branch of branchesAt(tx.now, scope)) {
    if (!isReached(after, branch.lastRank)) continue;
    const comesFirst = branch.lastRank <= ranks.expectingLate;
    const ofOwner = (owner: RawBuilder<unknown>) => {
      const isWanted = comesFirst ? owner : sql`${owner} and (select count(*) from expecting) < ${limit}`;
      return standingsOf(tx, scope, branch, isWanted, after, limit);
    };
    const list = comesFirst ? parts.expecting : parts.others;
    if (known.length > 0) {
      const each = ofOwner(sql`s.owner_id = o.id`);
      list.push(sql`(select b.* from unnest(${known}::uuid[]) as o(id) cross join lateral (${each}) as b)`);
    }
    if (scope.owners.includes(null)) list.push(sql`(${ofOwner(sql`s.owner_id is null`)})`);
  }
  return parts;
}

const nobody = sql`(select 0::int, 0::double precision, null::uuid, null::uuid limit 0)`;

function united(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(parts.length > 0 ? parts : [nobody], sql` union all `);
}

function standingsOf(
  tx: Context,
  { dayStart }: QueueScope,
  branch: Branch,
  owner: RawBuilder<unknown>,
  after: Cursor | undefined,
  limit: number,
) {
  const isWithin = after && branch.firstRank <= after.rank && after.rank <= branch.lastRank;
  const past = isWithin ? sql`and ${branch.past(after)}` : sql``;
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  return sql`
    select ${branch.rank} as rank, (${branch.key})::double precision as key, s.contact_id, null::uuid as task_id
    from standings s
    where s.workspace_id = ${workspace} and ${owner} and ${branch.where} ${past}
      and not exists (select from attempts a where a.workspace_id = ${workspace} and a.contact_id = s.contact_id
        and a.started_at >= greatest(s.last_touch_at, ${dayStart}::timestamptz))
      and not exists (select from tasks t where t.workspace_id = ${workspace} and t.contact_id = s.contact_id
        and t.state = 'open' and (t.due_at <= ${tx.now} or t.created_at >= coalesce(s.last_touch_at, t.created_at)))
    order by ${branch.order} limit ${limit}`;
}

/** Heat is kept as the logarithm of a sum; it orders as it is, and negated it sorts upwards like everything else. */
const heat = sql`coalesce(s.heat_log, '-infinity')`;

function branchesAt(now: Date, { allowCold }: QueueScope): Branch[] {
  const isHot = sql`(s.hot_from <= ${now} and s.hot_until > ${now})`;
  const isNotHot = sql`(s.hot_until is null or s.hot_until <= ${now} or s.hot_from > ${now})`;
  const isOpen = sql`s.window_closes_at > ${now} and s.window_opens_at <= ${now}`;
  const isPast = sql`(s.window_closes_at is null or s.window_closes_at <= ${now})`;
  const isReachable = sql`s.closed_because is null`;
  const hasNumber = sql`(s.closed_because is null or s.closed_because = 'suppressed')`;
  const byClosing = {
    key: epochKey(sql`s.window_closes_at`),
    order: sql`s.window_closes_at, s.contact_id`,
    past: ({ key }: Cursor) =>
      sql`s.window_closes_at >= to_timestamp(${key}::double precision) - interval '1 millisecond'`,
  };
  const byHeat = {
    key: sql`-${heat}`,
    order: sql`${heat} desc, s.contact_id`,
    past: ({ key }: Cursor) => sql`${heat} <= -(${key}::double precision)`,
  };
  const one = (rank: number) => ({ firstRank: rank, lastRank: rank, rank: sql`${rank}::int` });
  // Both ranks of those who expect us are read in one walk: all of them are looked at anyway.
  const expectingRank = sql`case when ${isOpen} then ${ranks.expecting}::int else ${ranks.expectingLate}::int end`;
  const expectingKey = sql`case when ${isOpen} then ${byClosing.key} else ${byHeat.key} end`;
  const expecting: Branch = {
    firstRank: ranks.expecting,
    lastRank: ranks.expectingLate,
    rank: expectingRank,
    key: expectingKey,
    where: sql`${isHot} and (${isOpen} or ${isPast}) and ${hasNumber}`,
    order: sql`1, 2, 3`,
    past: ({ rank, key, contactId }) =>
      sql`(${expectingRank}, ${expectingKey}, s.contact_id) > (${rank}::int, ${key}::double precision, ${contactId}::uuid)`,
  };
  const warm: Branch[] = [
    expecting,
    {
      ...one(ranks.inWindow),
      where: sql`${isNotHot} and s.warm_until > ${now} and ${isOpen} and ${hasNumber}`,
      ...byClosing,
    },
    {
      ...one(ranks.late),
      where: sql`${isNotHot} and s.warm_until > ${now} and ${isPast} and ${isReachable}`,
      ...byHeat,
    },
  ];
  if (!allowCold) return warm;
  const cold: Branch = {
    ...one(ranks.cold),
    key: sql`0`,
    where: sql`${isNotHot} and s.warm_until is null and ${isReachable}`,
    order: sql`s.contact_id`,
    past: ({ contactId }) => sql`s.contact_id > ${contactId}::uuid`,
  };
  return [
    ...warm,
    { ...one(ranks.cooled), where: sql`${isNotHot} and s.warm_until <= ${now} and ${isReachable}`, ...byHeat },
    cold,
  ];
}
