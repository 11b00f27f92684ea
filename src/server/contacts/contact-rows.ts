import { sql } from "kysely";
import type { ContactRow } from "#api/contacts.ts";
import { maskEmail, maskPhone } from "#domain/phone-mask.ts";
import { heatAt, temperatureAt, windowAt } from "#domain/temperature/standing.ts";
import type { Context } from "#server/platform/context.ts";
import { planOnce } from "#server/platform/kept-statements.ts";

type Stored = {
  id: string;
  name: string;
  jobTitle: string | null;
  accountId: string | null;
  accountName: string | null;
  ownerId: string | null;
  ownerName: string | null;
  country: string | null;
  place: string | null;
  tags: string[];
  phone: string | null;
  email: string | null;
  createdAt: Date;
} & StoredWarmth;

export type StoredWarmth = {
  hotFrom: Date | null;
  hotUntil: Date | null;
  warmUntil: Date | null;
  heatLog: number | null;
  windowOpensAt: Date | null;
  windowClosesAt: Date | null;
  lastTouchAt: Date | null;
  closedBecause: ContactRow["closedBecause"];
};

/** These contacts as lists show them, in the order of the keys. Numbers and addresses are masked for everybody. */
export async function loadContactRows(tx: Context, ids: readonly string[]): Promise<ContactRow[]> {
  if (ids.length === 0) return [];
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const query = sql<Stored>`
    select c.id, c.full_name as name, c.job_title as "jobTitle", c.account_id as "accountId", a.name as "accountName",
      c.owner_id as "ownerId", u.name as "ownerName", c.country, c.place, c.tags, c.created_at as "createdAt",
      p.phone, p.email, ${standingColumns}
    from unnest(${ids}::uuid[]) with ordinality wanted (id, position)
    join contacts c on c.workspace_id = ${workspace} and c.id = wanted.id
    left join standings s on s.workspace_id = ${workspace} and s.contact_id = c.id
    left join accounts a on a.workspace_id = ${workspace} and a.id = c.account_id
    left join users u on u.id = c.owner_id
    cross join lateral (
      select (array_agg(p.value order by p.position, p.id) filter (where p.kind = 'phone'))[1] as phone,
        (array_agg(p.value order by p.position, p.id) filter (where p.kind = 'email'))[1] as email
      from contact_points p
      where p.workspace_id = ${workspace} and p.state = 'active' and p.contact_id in (select c.id union all
        select m.id from contacts m where m.workspace_id = ${workspace} and m.merged_into_id = c.id)) p
    order by wanted.position`;
  const [, { rows }] = await Promise.all([planOnce(tx), query.execute(tx.db.withoutPlugins())]);
  return rows.map((row) => shown(row, tx.now));
}

/** The columns of `standings s` that say how warm somebody is. */
export const standingColumns = sql`s.hot_from as "hotFrom", s.hot_until as "hotUntil", s.warm_until as "warmUntil",
  s.heat_log as "heatLog", s.window_opens_at as "windowOpensAt", s.window_closes_at as "windowClosesAt",
  s.last_touch_at as "lastTouchAt", s.closed_because as "closedBecause"`;

export function warmthAt(stored: StoredWarmth, now: Date) {
  return {
    temperature: temperatureAt(stored, now),
    heat: heatAt(stored, now),
    window: windowAt(stored, now),
    lastTouchAt: stored.lastTouchAt,
    closedBecause: stored.closedBecause,
  };
}

function shown(row: Stored, now: Date): ContactRow {
  const { id, name, jobTitle, country, place, tags, createdAt } = row;
  return {
    ...{ id, name, jobTitle, country, place, tags, createdAt },
    account: reference(row.accountId, row.accountName),
    owner: reference(row.ownerId, row.ownerName),
    phone: row.phone && maskPhone(row.phone),
    email: row.email && maskEmail(row.email),
    ...warmthAt(row, now),
  };
}

export function reference(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}
