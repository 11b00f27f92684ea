import { type RawBuilder, sql } from "kysely";
import type { Context } from "#server/platform/context.ts";
import { keptByShape } from "#server/platform/kept-statements.ts";
import { type StoredStanding, standingColumns } from "#server/touchpoints/read-standings.ts";

/** Whose people: `null` among them stands for those whom nobody owns. */
export type QueueScope = { owners: readonly (string | null)[]; dayStart: Date; allowCold: boolean };

/**
 * The order of the queue. Within a rank the key decides: the closing of the window, soonest first (0 and 2), or
 * the heat, highest first (1, 3 and 4); cold people who were never warm come by age (5).
 */
export const ranks = { expecting: 0, expectingLate: 1, inWindow: 2, late: 3, cooled: 4, cold: 5 } as const;

/** With the standing that the place in the queue rests on. */
export type Candidate = StoredStanding & { rank: number; key: string; taskId: string | null };
export type Cursor = Pick<Candidate, "rank" | "key" | "contactId">;

const epochKey = (instant: RawBuilder<unknown>) => sql`extract(epoch from ${instant})::double precision`;

/** What the words of the statement depend on. */
type Shape = {
  /** The rank where the last page ended; undefined on the first. */
  endedAt: number | undefined;
  hasOwners: boolean;
  withUnowned: boolean;
  allowCold: boolean;
};

type Values = {
  workspaceId: string;
  now: Date;
  dayStart: Date;
  owners: readonly string[];
  limit: number;
  rank: number | undefined;
  key: string | undefined;
  contactId: string | undefined;
};

type Value = (name: keyof Values) => RawBuilder<unknown>;

/** The values as SQL knows them; what is not asked for is not sent. */
function typed(value: Value) {
  return {
    get workspace() {
      return sql`${value("workspaceId")}::uuid`;
    },
    get now() {
      return sql`${value("now")}::timestamptz`;
    },
    get dayStart() {
      return sql`${value("dayStart")}::timestamptz`;
    },
    get owners() {
      return sql`${value("owners")}::uuid[]`;
    },
    get limit() {
      return sql`${value("limit")}::bigint`;
    },
  };
}

/**
 * The next candidates in order: bounded, every branch along an index. Not among them: who was called today and
 * has done nothing since, and whose turn was planned for later.
 */
export async function readCandidates(
  tx: Context,
  { owners, dayStart, allowCold }: QueueScope,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Candidate[]> {
  const known = owners.filter((owner) => owner !== null);
  const withUnowned = known.length < owners.length;
  const { rank, key, contactId } = after ?? {};
  return candidates(
    tx,
    { endedAt: rank, hasOwners: known.length > 0, withUnowned, allowCold },
    { workspaceId: tx.actor.workspaceId, now: tx.now, dayStart, owners: known, limit, rank, key, contactId },
  );
}

const candidates = keptByShape<Shape, Candidate, Values>((shape, value) => {
  const { expecting, others } = standingBranches(shape, value);
  if (isReached(shape, ranks.inWindow)) others.push(dueTasks(value));
  const position = shape.endedAt === undefined ? sql`` : sql`where (rank, key, contact_id) > ${placeOf(value)}`;
  return sql`
    with expecting (rank, key, contact_id, task_id, standing) as materialized (${united(expecting)})
    select rank, key::text as key, contact_id as "contactId", task_id as "taskId", ${standingColumns(sql`(standing)`)}
    from (${united([sql`table expecting`, ...others])}) as candidate ${position}
    order by candidate.rank, candidate.key, candidate.contact_id limit ${typed(value).limit}`;
});

const keyOf = (value: Value) => sql`${value("key")}::double precision`;

/** Where the last page ended. */
const placeOf = (value: Value) => sql`(${value("rank")}::int, ${keyOf(value)}, ${value("contactId")}::uuid)`;
const placeInRank = (value: Value) => sql`(${keyOf(value)}, ${value("contactId")}::uuid)`;

/** Whether a rank is still to come, or is where the last page ended. */
function isReached({ endedAt }: Shape, rank: number): boolean {
  return endedAt === undefined || endedAt <= rank;
}

/** What was agreed comes at its time: with those who expect us, or among the windows. */
function dueTasks(value: Value) {
  const { workspace, now, dayStart, owners } = typed(value);
  const isAgreed = sql`t.kind in ('callback', 'meeting')`;
  return sql`(
    select distinct on (t.contact_id)
      case when ${isAgreed} or (s.hot_from <= ${now} and s.hot_until > ${now}) then ${sql.lit(ranks.expecting)}
        else ${sql.lit(ranks.inWindow)} end as rank,
      ${epochKey(sql`t.due_at + case when ${isAgreed} then interval '1 hour' else interval '1 day' end`)} as key,
      t.contact_id, t.id as task_id, s as standing
    from tasks t
    left join standings s on s.workspace_id = ${workspace} and s.contact_id = t.contact_id
    where t.workspace_id = ${workspace} and t.owner_id = any(${owners})
      and t.state = 'open' and t.due_at <= ${now}
      and not exists (select from attempts a where a.workspace_id = ${workspace} and a.contact_id = t.contact_id
        and a.started_at >= greatest(t.due_at, ${dayStart}))
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
  /** Where it goes on after the last page: many have the same key, of whom those that were shown must not fill it. */
  past: () => RawBuilder<unknown>;
};

/** Who comes after those who expect us is looked for only where these do not fill the page. */
function standingBranches(shape: Shape, value: Value) {
  const parts = { expecting: [] as RawBuilder<unknown>[], others: [] as RawBuilder<unknown>[] };
  const { limit } = typed(value);
  for (const branch of branchesAt(shape, value)) {
    if (!isReached(shape, branch.lastRank)) continue;
    const comesFirst = branch.lastRank <= ranks.expectingLate;
    const ofOwner = (owner: RawBuilder<unknown>) => {
      const isWanted = comesFirst ? owner : sql`${owner} and (select count(*) from expecting) < ${limit}`;
      return standingsOf(shape, value, branch, isWanted);
    };
    const list = comesFirst ? parts.expecting : parts.others;
    if (shape.hasOwners) {
      const each = ofOwner(sql`s.owner_id = o.id`);
      list.push(sql`(select b.* from unnest(${typed(value).owners}) as o(id) cross join lateral (${each}) as b)`);
    }
    if (shape.withUnowned) list.push(sql`(${ofOwner(sql`s.owner_id is null`)})`);
  }
  return parts;
}

const nobody = sql`(select 0::int, 0::double precision, null::uuid, null::uuid, null::standings limit 0)`;

function united(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(parts.length > 0 ? parts : [nobody], sql` union all `);
}

function standingsOf({ endedAt }: Shape, value: Value, branch: Branch, owner: RawBuilder<unknown>) {
  const isWithin = endedAt !== undefined && branch.firstRank <= endedAt && endedAt <= branch.lastRank;
  const past = isWithin ? sql`and ${branch.past()}` : sql``;
  const { workspace, now, dayStart, limit } = typed(value);
  return sql`
    select ${branch.rank} as rank, (${branch.key})::double precision as key, s.contact_id, null::uuid as task_id,
      s as standing
    from standings s
    where s.workspace_id = ${workspace} and ${owner} and ${branch.where} ${past}
      and not exists (select from attempts a where a.workspace_id = ${workspace} and a.contact_id = s.contact_id
        and a.started_at >= greatest(s.last_touch_at, ${dayStart}))
      and not exists (select from tasks t where t.workspace_id = ${workspace} and t.contact_id = s.contact_id
        and t.state = 'open' and (t.due_at <= ${now} or t.created_at >= coalesce(s.last_touch_at, t.created_at)))
    order by ${branch.order} limit ${limit}`;
}

/** Heat is kept as the logarithm of a sum; it orders as it is, and negated it sorts upwards like everything else. */
const heat = sql`coalesce(s.heat_log, '-infinity')`;

function branchesAt({ allowCold }: Shape, value: Value): Branch[] {
  const { now } = typed(value);
  const isHot = sql`(s.hot_from <= ${now} and s.hot_until > ${now})`;
  const isNotHot = sql`(s.hot_until is null or s.hot_until <= ${now} or s.hot_from > ${now})`;
  const isOpen = sql`s.window_closes_at > ${now} and s.window_opens_at <= ${now}`;
  const isPast = sql`(s.window_closes_at is null or s.window_closes_at <= ${now})`;
  const isReachable = sql`s.closed_because is null`;
  const hasNumber = sql`(s.closed_because is null or s.closed_because = 'suppressed')`;
  const isPastPlace = (key: RawBuilder<unknown>) => sql`(${key}, s.contact_id) > ${placeInRank(value)}`;
  const closingKey = epochKey(sql`s.window_closes_at`);
  const byClosing = {
    key: closingKey,
    order: sql`s.window_closes_at, s.contact_id`,
    past: () => sql`s.window_closes_at >= to_timestamp(${keyOf(value)}) - interval '1 millisecond'
      and ${isPastPlace(closingKey)}`,
  };
  const byHeat = {
    key: sql`-${heat}`,
    order: sql`${heat} desc, s.contact_id`,
    past: () => sql`${heat} <= -(${keyOf(value)}) and ${isPastPlace(sql`-${heat}`)}`,
  };
  const one = (rank: number) => ({ firstRank: rank, lastRank: rank, rank: sql`${sql.lit(rank)}::int` });
  // Both ranks of those who expect us are read in one walk: all of them are looked at anyway.
  const expectingRank = sql`case when ${isOpen} then ${sql.lit(ranks.expecting)} else ${sql.lit(ranks.expectingLate)} end`;
  const expectingKey = sql`case when ${isOpen} then ${byClosing.key} else ${byHeat.key} end`;
  const expecting: Branch = {
    firstRank: ranks.expecting,
    lastRank: ranks.expectingLate,
    rank: expectingRank,
    key: expectingKey,
    where: sql`${isHot} and (${isOpen} or ${isPast}) and ${hasNumber}`,
    order: sql`1, 2, 3`,
    past: () => sql`(${expectingRank}, ${expectingKey}, s.contact_id) > ${placeOf(value)}`,
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
    past: () => sql`s.contact_id > ${value("contactId")}::uuid`,
  };
  return [
    ...warm,
    { ...one(ranks.cooled), where: sql`${isNotHot} and s.warm_until <= ${now} and ${isReachable}`, ...byHeat },
    cold,
  ];
}
