import { sql } from "kysely";
import {
  alikeKey,
  type KnownPeople,
  type Match,
  matchPerson,
  nobodyKnown,
  type PersonKeys,
} from "#domain/contacts/match-person.ts";
import type { Context, Db } from "#server/platform/context.ts";
import { arrayLiteral } from "#server/platform/insert-many.ts";

/** Whom these people are among the contacts there are, one answer for each, by the one rule of `matchPerson`. */
export async function findMatches(tx: Context, people: readonly PersonKeys[]): Promise<Match[]> {
  const known = await loadKnownPeople(tx, people);
  return people.map((person) => matchPerson(person, known));
}

/** Everybody who shares a key with one of these people; merged contacts answer with their survivor. */
export async function loadKnownPeople(tx: Context, people: readonly PersonKeys[]): Promise<KnownPeople> {
  const known = nobodyKnown();
  const db = tx.db.withoutPlugins();
  await addByPoints(db, tx.actor.workspaceId, people, known);
  await addByExternalIds(db, tx.actor.workspaceId, people, known);
  await addByNameAndCompany(db, people, known);
  return known;
}

async function addByPoints(
  db: Db,
  workspaceId: string,
  people: readonly PersonKeys[],
  known: KnownPeople,
): Promise<void> {
  const emails = distinct(people.flatMap((person) => person.emails));
  const profiles = distinct(people.flatMap((person) => person.profiles));
  const phones = distinct(people.flatMap((person) => person.phones));
  if (emails.length + profiles.length + phones.length === 0) return;
  const { rows } = await sql<{ kind: string; value: string; id: string; name: string }>`
    select found.kind, found.value, coalesce(c.merged_into_id, c.id) as id, c.full_name as name
    from find_contacts_by_points(${arrayLiteral(emails)}::text[], ${arrayLiteral(profiles)}::text[],
      ${arrayLiteral(phones)}::text[]) found
    join contacts c on c.workspace_id = ${workspaceId}::uuid and c.id = found.contact_id
    where c.state <> 'withdrawn'
    order by c.id`.execute(db);
  for (const { kind, value, id, name } of rows) {
    known.names.set(id, known.names.get(id) ?? name);
    if (kind === "email") known.byEmail.set(value, id);
    else if (kind === "profile") known.byProfile.set(value, id);
    else addTo(known.byPhone, value, id);
  }
}

async function addByExternalIds(
  db: Db,
  workspaceId: string,
  people: readonly PersonKeys[],
  known: KnownPeople,
): Promise<void> {
  const wanted = new Set(people.flatMap((person) => person.externalIds));
  if (wanted.size === 0) return;
  const { rows } = await sql<{ id: string; name: string; externalIds: string[] }>`
    select coalesce(c.merged_into_id, c.id) as id, c.full_name as name, c.external_ids as "externalIds"
    from find_contacts_by_external_ids(${arrayLiteral([...wanted])}::text[]) found
    join contacts c on c.workspace_id = ${workspaceId}::uuid and c.id = found.id
    where c.state <> 'withdrawn'
    order by c.id`.execute(db);
  for (const { id, name, externalIds } of rows) {
    known.names.set(id, known.names.get(id) ?? name);
    for (const externalId of externalIds) if (wanted.has(externalId)) known.byExternalId.set(externalId, id);
  }
}

async function addByNameAndCompany(db: Db, people: readonly PersonKeys[], known: KnownPeople): Promise<void> {
  const pairs = distinct(people.flatMap((person) => alikeKey(person) ?? []));
  if (pairs.length === 0) return;
  const keys = pairs.map((pair) => pair.split("|", 2) as [string, string]);
  const { rows } = await sql<{ pair: string; id: string; name: string }>`
    select name_key || '|' || company_key as pair, id, full_name as name
    from find_contacts_by_name_and_company(${arrayLiteral(keys.map(([name]) => name))}::text[],
      ${arrayLiteral(keys.map(([, company]) => company))}::text[])
    order by id`.execute(db);
  for (const { pair, id, name } of rows) {
    known.names.set(id, known.names.get(id) ?? name);
    addTo(known.byNameAndCompany, pair, id);
  }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function addTo(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}
