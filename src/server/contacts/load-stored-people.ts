import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";
import { arrayLiteral } from "#server/platform/insert-many.ts";

/** A contact as an import finds it, with what tells whether a value of it may be overwritten. */
export type StoredPerson = {
  id: string;
  ownerId: string | null;
  accountId: string | null;
  company: string | null;
  fullName: string;
  givenName: string | null;
  familyName: string | null;
  jobTitle: string | null;
  language: string | null;
  audience: string | null;
  timeZone: string | null;
  country: string | null;
  region: string | null;
  place: string | null;
  postalCode: string | null;
  placeBasis: string | null;
  provenance: string;
  notes: string | null;
  tags: string[];
  custom: Record<string, unknown>;
  externalIds: string[];
  updatedAt: Date;
  /** The format of the import that wrote the contact last; null where a person changed it since, or made it. */
  writtenBy: string | null;
  points: { kind: string; value: string }[];
};

/** What a contact says of the person; the rest of it is about the record. */
export type PersonFields = Omit<StoredPerson, "id" | "points" | "updatedAt" | "writtenBy" | "accountId">;

export async function loadStoredPeople(tx: Context, ids: readonly string[]): Promise<Map<string, StoredPerson>> {
  if (ids.length === 0) return new Map();
  const db = tx.db.withoutPlugins();
  const { rows } = await sql<Omit<StoredPerson, "points">>`
    select c.id, c.owner_id as "ownerId", c.account_id as "accountId", a.name as company, c.full_name as "fullName",
      c.given_name as "givenName", c.family_name as "familyName", c.job_title as "jobTitle", c.language, c.audience,
      c.time_zone as "timeZone", c.country, c.region, c.place, c.postal_code as "postalCode",
      c.place_basis as "placeBasis", c.provenance, c.notes, c.tags, c.custom, c.external_ids as "externalIds",
      c.updated_at as "updatedAt",
      case when c.updated_at > coalesce(last.written_at, c.created_at) then null
        else coalesce(last.format, made.format) end as "writtenBy"
    from contacts c
    left join accounts a on a.workspace_id = c.workspace_id and a.id = c.account_id
    left join imports made on made.workspace_id = c.workspace_id and made.id = c.import_id
    left join lateral (
      select max(greatest(x.changed_at, i.undone_at)) as written_at,
        (array_agg(i.format order by x.changed_at desc) filter (where i.state <> 'undone'))[1] as format
      from import_changes x
      join imports i on i.workspace_id = x.workspace_id and i.id = x.import_id
      where x.workspace_id = c.workspace_id and x.contact_id = c.id
    ) last on true
    where c.workspace_id = ${tx.actor.workspaceId}::uuid and c.id = any(${arrayLiteral(ids)}::uuid[])
      and c.state = 'active'`.execute(db);
  const people = new Map(rows.map((row) => [row.id, { ...row, points: [] as StoredPerson["points"] }]));
  for (const { contactId, kind, value } of await loadPoints(tx, ids))
    people.get(contactId)?.points.push({ kind, value });
  return people;
}

/** All points of these contacts and of those merged into them; what an undone import withdrew may come again. */
async function loadPoints(
  tx: Context,
  ids: readonly string[],
): Promise<{ contactId: string; kind: string; value: string }[]> {
  const wanted = arrayLiteral(ids);
  const workspaceId = tx.actor.workspaceId;
  const { rows } = await sql<{ contactId: string; kind: string; value: string }>`
    with person as (
      select id, id as survivor_id from unnest(${wanted}::uuid[]) id
      union all
      select id, merged_into_id from contacts
      where workspace_id = ${workspaceId}::uuid and merged_into_id = any(${wanted}::uuid[])
    )
    select person.survivor_id as "contactId", p.kind, p.value
    from person join contact_points p on p.workspace_id = ${workspaceId}::uuid and p.contact_id = person.id
    left join imports i on p.state = 'withdrawn' and i.workspace_id = p.workspace_id and i.id = p.import_id
    where i.state is null or i.state not in ('undoing', 'undone')`.execute(tx.db.withoutPlugins());
  return rows;
}
