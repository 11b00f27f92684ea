import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";
import { arrayLiteral } from "#server/platform/insert-many.ts";

/** What is on record already, by the keys under which its sources know it; what was taken back may come again. */
export type KnownHistory = { touchpoints: Set<string>; facts: Set<string> };

export async function loadKnownHistory(
  tx: Context,
  { touchpointKeys, contactIds, points }: { touchpointKeys: string[]; contactIds: string[]; points: string[] },
): Promise<KnownHistory> {
  return {
    touchpoints: await liveTouchpoints(tx, [...new Set(touchpointKeys)]),
    facts: new Set([...(await liveFacts(tx, contactIds)), ...(await liveRefusals(tx, points))]),
  };
}

async function liveTouchpoints(tx: Context, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{ key: string }>`
    select t.source_key as key
    from unnest(${arrayLiteral(keys)}::text[]) v
    join touchpoints t on t.workspace_id = ${tx.actor.workspaceId}::uuid and t.source_key = v
    where not exists (select from touchpoint_marks m
      where m.workspace_id = t.workspace_id and m.touchpoint_id = t.id and m.mark = 'retracted')
  `.execute(tx.db.withoutPlugins());
  return new Set(rows.map(({ key }) => key));
}

async function liveFacts(tx: Context, contactIds: readonly string[]): Promise<Set<string>> {
  if (contactIds.length === 0) return new Set();
  const ids = arrayLiteral(contactIds);
  const workspaceId = tx.actor.workspaceId;
  const { rows } = await sql<{ key: string }>`
    with person as (
      select unnest(${ids}::uuid[]) as id
      union all
      select id from contacts where workspace_id = ${workspaceId}::uuid and merged_into_id = any(${ids}::uuid[])
    )
    select c.source_key as key from person
    join consents c on c.workspace_id = ${workspaceId}::uuid and c.contact_id = person.id
    where c.source_key is not null and not exists (select from consent_endings e
      where e.workspace_id = c.workspace_id and e.consent_id = c.id and e.ending = 'retracted')
    union all
    select s.source_key from person
    join suppressions s on s.workspace_id = ${workspaceId}::uuid and s.contact_id = person.id
    where s.source_key is not null and not exists (select from suppression_endings e
      where e.workspace_id = s.workspace_id and e.suppression_id = s.id and e.ending = 'retracted')
    union all
    select r.source_key from person
    join relationships r on r.workspace_id = ${workspaceId}::uuid and r.contact_id = person.id
    where r.source_key is not null and r.retracted_at is null`.execute(tx.db.withoutPlugins());
  return new Set(rows.map(({ key }) => key));
}

/** What is refused for addresses that belong to nobody yet. */
async function liveRefusals(tx: Context, points: readonly string[]): Promise<string[]> {
  if (points.length === 0) return [];
  const { rows } = await sql<{ key: string }>`
    select s.source_key as key from suppressions s
    where s.workspace_id = ${tx.actor.workspaceId}::uuid and s.point = any(${arrayLiteral(points)}::text[])
      and s.contact_id is null and s.source_key is not null and not exists (select from suppression_endings e
        where e.workspace_id = s.workspace_id and e.suppression_id = s.id and e.ending = 'retracted')
  `.execute(tx.db.withoutPlugins());
  return rows.map(({ key }) => key);
}
