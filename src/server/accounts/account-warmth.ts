import { sql } from "kysely";
import type { AccountRow } from "#api/accounts.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";

type Stored = Omit<AccountRow, "temperature">;

/** Accounts with the warmth of all their people, in the order of the keys. Whose people they are does not matter here. */
export async function loadAccountRows(tx: Context, ids: readonly string[]): Promise<AccountRow[]> {
  if (ids.length === 0) return [];
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const isHot = sql`s.hot_from <= ${tx.now} and ${tx.now} < s.hot_until`;
  const isWarm = sql`${tx.now} < s.warm_until`;
  const { rows } = await sql<Stored>`
    select a.id, a.name, a.domain, a.country, a.region, a.place, warmth.people, warmth.hot, warmth.warm,
      warmth.people - warmth.hot - warmth.warm as cold, warmth."lastTouchAt"
    from unnest(${ids}::uuid[]) with ordinality wanted (id, position)
    join accounts a on a.workspace_id = ${workspace} and a.id = wanted.id
    cross join lateral (
      select count(*)::int as people, count(*) filter (where ${isHot})::int as hot,
        count(*) filter (where ${isWarm} and (${isHot}) is not true)::int as warm, max(s.last_touch_at) as "lastTouchAt"
      from standings s
      where s.workspace_id = ${workspace} and s.account_id = a.id and s.closed_because is distinct from 'withdrawn'
    ) warmth
    order by wanted.position`.execute(tx.db.withoutPlugins());
  return rows.map((row) => ({ ...row, temperature: row.hot > 0 ? "hot" : row.warm > 0 ? "warm" : "cold" }));
}

/** The people of an account whom the reader may see, the warmest first, and how many more there are. */
export async function peopleOf(
  tx: Context,
  accountId: string,
  limit: number,
): Promise<{ ids: string[]; hidden: number }> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const visible = await visibleContacts(tx, "contacts:read", "c.owner_id");
  const { rows } = await sql<{ id: string }>`
    select c.id from contacts c left join standings s on s.workspace_id = ${workspace} and s.contact_id = c.id
    where c.workspace_id = ${workspace} and c.account_id = ${accountId}::uuid and c.state = 'active' and ${visible}
    order by coalesce(s.hot_from <= ${tx.now} and ${tx.now} < s.hot_until, false) desc,
      coalesce(${tx.now} < s.warm_until, false) desc, s.heat_log desc nulls last, c.sort_name, c.id
    limit ${limit}`.execute(tx.db.withoutPlugins());
  const { rows: others } = await sql<{ count: number }>`
    select count(*)::int as count from contacts c
    where c.workspace_id = ${workspace} and c.account_id = ${accountId}::uuid and c.state = 'active' and not ${visible}
  `.execute(tx.db.withoutPlugins());
  return { ids: rows.map(({ id }) => id), hidden: others[0]?.count ?? 0 };
}
