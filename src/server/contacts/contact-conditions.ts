import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ContactFilters } from "#api/contacts.ts";

type Condition = RawBuilder<SqlBool>;

/** The filters as conditions on `contacts c` and `standings s`, except the search, which `narrowContacts` does. */
export function contactConditions(filters: ContactFilters, workspaceId: string, now: Date): Condition[] {
  return [
    filters.archived
      ? sql<SqlBool>`c.state = 'withdrawn' and c.archived_at is not null`
      : sql<SqlBool>`c.state = 'active'`,
    ...ofOwner(filters),
    ...ofContact(filters),
    ...ofStanding(filters, now),
    ...whether(
      filters.neverCalled,
      sql<SqlBool>`not exists (select from attempts a
        where a.workspace_id = ${workspaceId}::uuid and a.contact_id = c.id)`,
    ),
  ];
}

function ofOwner({ ownerId, unassigned }: ContactFilters): Condition[] {
  return [
    ...(ownerId ? [sql<SqlBool>`c.owner_id = ${ownerId}::uuid`] : []),
    ...(unassigned === undefined ? [] : whether(unassigned, sql<SqlBool>`c.owner_id is null`)),
  ];
}

function ofContact({
  accountId,
  country,
  provenance,
  audience,
  importId,
  tag,
  field,
  value,
}: ContactFilters): Condition[] {
  return [
    ...(accountId ? [sql<SqlBool>`c.account_id = ${accountId}::uuid`] : []),
    ...(country ? [sql<SqlBool>`c.country = ${country}`] : []),
    ...(provenance ? [sql<SqlBool>`c.provenance = ${provenance}`] : []),
    ...(audience ? [sql<SqlBool>`c.audience = ${audience}`] : []),
    ...(importId ? [sql<SqlBool>`c.import_id = ${importId}::uuid`] : []),
    ...(tag ? [sql<SqlBool>`${tag} = any(c.tags)`] : []),
    ...(field && value !== undefined ? [sql<SqlBool>`lower(c.custom ->> ${field}) = lower(${value})`] : []),
  ];
}

function ofStanding({ temperature, inWindow, hasPhone, suppressed }: ContactFilters, now: Date): Condition[] {
  const hot = sql<SqlBool>`coalesce(s.hot_from <= ${now} and ${now} < s.hot_until, false)`;
  const warm = sql<SqlBool>`coalesce(${now} < s.warm_until, false)`;
  const conditions: Condition[] = [];
  if (temperature === "hot") conditions.push(hot);
  if (temperature === "warm") conditions.push(sql<SqlBool>`(${warm} and not ${hot})`);
  if (temperature === "cold") conditions.push(sql<SqlBool>`(not ${warm} and not ${hot})`);
  return [
    ...conditions,
    ...whether(inWindow, sql<SqlBool>`coalesce(s.window_opens_at <= ${now} and ${now} < s.window_closes_at, false)`),
    ...whether(hasPhone, sql<SqlBool>`(s.closed_because is distinct from 'no_number')`),
    ...whether(suppressed, sql<SqlBool>`(s.closed_because is not distinct from 'suppressed')`),
  ];
}

function whether(wanted: boolean | undefined, condition: Condition): Condition[] {
  if (wanted === undefined) return [];
  return [wanted ? condition : sql<SqlBool>`not ${condition}`];
}
