import { sql } from "kysely";
import { externalKey, lastDigits } from "#domain/rights/traces.ts";
import type { Context } from "#server/platform/context.ts";

/**
 * Somebody as she stands in our tables: the contact with all that were merged into it, and with those that were taken
 * out of the lists and were she all the same, by an address, another system's key, or a number and the name.
 */
export type Person = {
  /** The survivor first. */
  ids: string[];
  name: string;
  names: string[];
  nameKeys: string[];
  emails: string[];
  phones: string[];
  profiles: string[];
  /** Numbers as somebody once wrote them. */
  originals: string[];
  externalIds: string[];
  /** Numbers and addresses that another contact has too: they are his as well. */
  shared: string[];
  accountIds: string[];
  /** Accounts in which nobody else is. */
  accountsAlone: string[];
};

type Stored = Omit<Person, "ids" | "name" | "shared"> & { ids: string[]; points: { kind: string; value: string }[] };

/** Undefined where there is no such contact, in whatever state it is. */
export async function loadPerson(tx: Context, contactId: string): Promise<Person | undefined> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<Stored>`
    with one as (
      select c.id, c.name_key, c.external_ids from contacts c
      where c.workspace_id = ${workspace} and (c.id = ${contactId}::uuid or c.merged_into_id = ${contactId}::uuid)),
    of_one as (
      select p.kind, p.value, o.name_key from one o join contact_points p
        on p.workspace_id = ${workspace} and p.contact_id = o.id and p.kind in ('email', 'profile', 'phone')),
    twins as (
      select c.id from of_one k
      join contact_points p on p.workspace_id = ${workspace} and p.value = k.value and p.kind = k.kind
      join contacts c on c.workspace_id = ${workspace} and c.id = p.contact_id and c.state = 'withdrawn'
      where k.kind <> 'phone' or c.name_key = k.name_key
      union select f.id from find_contacts_by_external_ids(
        array(select unnest(external_ids) from one)) f
      join contacts c on c.workspace_id = ${workspace} and c.id = f.id and c.state = 'withdrawn'),
    members as (
      select c.* from contacts c where c.workspace_id = ${workspace} and (
        c.id in (select id from one union select id from twins) or c.merged_into_id in (select id from twins))),
    points as (
      select p.kind, p.value, p.original from contact_points p
      where p.workspace_id = ${workspace} and p.contact_id in (select id from members)),
    held as (select distinct account_id as id from members where account_id is not null)
    select
      (select array_agg(id order by id <> ${contactId}::uuid, id) from members) as ids,
      (select array_agg(full_name order by id <> ${contactId}::uuid, id) from members) as names,
      (select array_agg(distinct name_key) from members) as "nameKeys",
      coalesce((select array_agg(distinct value) from points where kind = 'email'), '{}') as emails,
      coalesce((select array_agg(distinct value) from points where kind = 'phone'), '{}') as phones,
      coalesce((select array_agg(distinct value) from points where kind = 'profile'), '{}') as profiles,
      coalesce((select array_agg(distinct original) from points), '{}') as originals,
      coalesce((select array_agg(distinct e) from members, unnest(external_ids) e), '{}') as "externalIds",
      coalesce((select array_agg(id) from held), '{}') as "accountIds",
      coalesce((select array_agg(h.id) from held h where not exists (select from contacts o
        where o.workspace_id = ${workspace} and o.account_id = h.id and o.id not in (select id from members))), '{}')
        as "accountsAlone"`.execute(tx.db.withoutPlugins());
  const row = rows[0];
  if (!row?.ids) return undefined;
  return { ...row, name: row.names[0] ?? "", shared: await readShared(tx, row) };
}

async function readShared(tx: Context, { ids, phones, emails, profiles }: Stored): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select distinct p.value from contact_points p
    join contacts c on c.workspace_id = p.workspace_id and c.id = p.contact_id and c.state <> 'withdrawn'
    where p.workspace_id = ${tx.actor.workspaceId}::uuid and p.kind in ('phone', 'email', 'profile')
      and p.value = any(${[...phones, ...emails, ...profiles]}::text[])
      and p.contact_id <> all(${ids}::uuid[])`.execute(tx.db.withoutPlugins());
  return rows.map(({ value }) => value);
}

/** What a stored text is searched for, each as a pattern of `ilike`. A short or common name alone finds nobody. */
export function patternsOf(person: Person): string[] {
  const own = [...person.emails, ...person.phones, ...person.originals, ...person.profiles].filter(
    (value) => !person.shared.includes(value),
  );
  const digits = person.phones.filter((phone) => !person.shared.includes(phone)).map(lastDigits);
  const ids = person.externalIds.map(externalKey);
  const traces = [...own, ...digits, ...ids, ...person.names].filter((text) => text.trim().length >= traceLengthMin);
  return [...new Set(traces)].map((text) => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`);
}

const traceLengthMin = 6;
