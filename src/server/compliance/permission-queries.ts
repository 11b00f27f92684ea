import { sql } from "kysely";
import type { Consent, Suppression } from "#api/compliance.ts";
import type { Context } from "#server/platform/context.ts";

/** Every no of these people and of these numbers and addresses, newest first, with how it ended. */
export async function readSuppressions(
  tx: Context,
  wanted: { contactIds: readonly string[]; points: readonly string[] } | { ids: readonly string[] },
): Promise<Suppression[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const condition =
    "ids" in wanted
      ? sql`s.id = any(${wanted.ids}::uuid[])`
      : sql`s.id in (
          select id from suppressions where workspace_id = ${workspace} and contact_id = any(${wanted.contactIds}::uuid[])
          union all
          select id from suppressions where workspace_id = ${workspace} and point = any(${wanted.points}::text[]))`;
  const { rows } = await sql<Suppression>`
    select s.id, s.contact_id as "contactId", s.point, s.kind, s.channels, s.scope, s.said_at as "saidAt",
      s.attempt_id as "attemptId", s.recorded_at as "recordedAt", s.recorded_by as "recordedBy",
      e.ended_at as "endedAt", e.ending
    from suppressions s
    left join lateral (
      select e.ended_at, e.ending from suppression_endings e
      where e.workspace_id = ${workspace} and e.suppression_id = s.id order by e.ended_at limit 1) e on true
    where s.workspace_id = ${workspace} and ${condition}
    order by s.said_at desc, s.id desc`.execute(tx.db.withoutPlugins());
  return rows;
}

/** The permissions of these people, newest first; what an undone import had brought is not among them. */
export async function readConsents(
  tx: Context,
  wanted: { contactIds: readonly string[] } | { ids: readonly string[] },
): Promise<Consent[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const condition =
    "ids" in wanted ? sql`c.id = any(${wanted.ids}::uuid[])` : sql`c.contact_id = any(${wanted.contactIds}::uuid[])`;
  const ending = (kind: string) => sql`(select e.ended_at from consent_endings e
    where e.workspace_id = ${workspace} and e.consent_id = c.id and e.ending = ${kind})`;
  const { rows } = await sql<Consent>`
    select c.id, c.contact_id as "contactId", c.point, c.channels, c.purpose, c.form, c.given_by as "givenBy",
      c.given_at as "givenAt", c.expires_at as "expiresAt", c.words, c.names, c.technology, c.subject, c.times,
      c.ongoing, c.evidence, c.recorded_at as "recordedAt", ${ending("withdrawn")} as "withdrawnAt",
      ${ending("void")} as "voidAt"
    from consents c
    where c.workspace_id = ${workspace} and ${condition} and ${ending("retracted")} is null
    order by c.given_at desc, c.id desc`.execute(tx.db.withoutPlugins());
  return rows;
}

/** A page of consents or suppressions, the latest first; those of a number alone are for who sees everybody. */
export async function readPermissionKeys(
  tx: Context,
  wanted: {
    table: "consents" | "suppressions";
    owners: readonly (string | null)[] | "all";
    standing: boolean;
    before: string | undefined;
    limit: number;
  },
): Promise<{ id: string; contactName: string | null }[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { table, owners, standing, before, limit } = wanted;
  const isConsent = table === "consents";
  const endings = isConsent ? sql`consent_endings e` : sql`suppression_endings e`;
  const key = isConsent ? sql`e.consent_id` : sql`e.suppression_id`;
  const ended = sql`exists (select from ${endings} where e.workspace_id = ${workspace} and ${key} = p.id`;
  const ids = owners === "all" ? [] : owners.filter((owner) => owner !== null);
  const conditions = [
    sql`p.workspace_id = ${workspace}`,
    ...(before ? [sql`p.id < ${before}::uuid`] : []),
    ...(standing ? [sql`not ${ended})`] : []),
    ...(isConsent && !standing ? [sql`not ${ended} and e.ending = 'retracted')`] : []),
    ...(isConsent && standing ? [sql`(p.expires_at is null or p.expires_at > ${tx.now})`] : []),
    ...(owners === "all" ? [] : [sql`c.id is not null and (c.owner_id is null or c.owner_id = any(${ids}::uuid[]))`]),
  ];
  const { rows } = await sql<{ id: string; contactName: string | null }>`
    select p.id, c.full_name as "contactName"
    from ${isConsent ? sql`consents p` : sql`suppressions p`}
    left join contacts c on c.workspace_id = ${workspace} and c.id = p.contact_id
    where ${sql.join(conditions, sql` and `)}
    order by p.id desc limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows;
}

export type Reach = { name: string | null; members: string[]; phones: string[]; emails: string[] };

/** The contact with everybody merged into it, and the numbers and addresses that are theirs. */
export async function readReach(tx: Context, contactId: string): Promise<Reach> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<Reach>`
    with people as (
      select ${contactId}::uuid as id
      union all select id from contacts where workspace_id = ${workspace} and merged_into_id = ${contactId}::uuid)
    select (select full_name from contacts where workspace_id = ${workspace} and id = ${contactId}::uuid) as name,
      (select array_agg(id) from people) as members,
      coalesce(array_agg(distinct p.value) filter (where p.kind = 'phone'), '{}') as phones,
      coalesce(array_agg(distinct p.value) filter (where p.kind = 'email'), '{}') as emails
    from people left join contact_points p on p.workspace_id = ${workspace} and p.contact_id = people.id
      and p.state = 'active'`.execute(tx.db.withoutPlugins());
  return rows[0] ?? { name: null, members: [contactId], phones: [], emails: [] };
}

/** Everybody who has one of these numbers or addresses. */
export async function readHolders(tx: Context, points: readonly string[]): Promise<string[]> {
  if (points.length === 0) return [];
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<{ id: string }>`
    select distinct p.contact_id as id from contact_points p
    where p.workspace_id = ${workspace} and p.state = 'active' and (
      p.reversed = any(array(select reverse(one) from unnest(${points}::text[]) one))
      or (p.kind = 'email' and p.value = any(${points}::text[])))`.execute(tx.db.withoutPlugins());
  return rows.map(({ id }) => id);
}

/** Of these contacts, those who may not be called any more on any number. */
export async function readClosed(tx: Context, contactIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select contact_id as id from standings
    where workspace_id = ${tx.actor.workspaceId}::uuid and contact_id = any(${contactIds}::uuid[])
      and closed_because in ('suppressed', 'restricted')`.execute(tx.db.withoutPlugins());
  return rows.map(({ id }) => id);
}
