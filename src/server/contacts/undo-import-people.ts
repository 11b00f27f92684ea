import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";
import { arrayLiteral } from "#server/platform/insert-many.ts";

const batchRows = 5000;

export type CreatedContact = { id: string; name: string; touchedBy: "edited" | "called" | "more_is_known" | null };

/** The next contacts that an import created and that still stand, in order of their keys, with who touched them since. */
export async function findCreatedContacts(
  tx: Context,
  importId: string,
  after: string | null,
): Promise<CreatedContact[]> {
  const { workspaceId } = tx.actor;
  const { rows } = await sql<CreatedContact>`
    select c.id, c.full_name as name,
      case
        when c.updated_at > greatest(c.created_at, (select max(greatest(x.changed_at, i.undone_at))
          from import_changes x join imports i on i.workspace_id = x.workspace_id and i.id = x.import_id
          where x.workspace_id = c.workspace_id and x.contact_id = c.id
            and (x.import_id = c.import_id or i.state = 'undone')),
          (select max(greatest(m.merged_at, m.undone_at)) from contact_merges m
            where m.workspace_id = c.workspace_id and m.survivor_id = c.id and m.import_id = c.import_id)) then 'edited'
        when exists (select from attempts a where a.workspace_id = c.workspace_id and a.contact_id = c.id)
          then 'called'
        when exists (select from touchpoints t where t.workspace_id = c.workspace_id and t.contact_id = c.id
            and t.import_id is distinct from c.import_id and not exists (select from touchpoint_marks m
              where m.workspace_id = t.workspace_id and m.touchpoint_id = t.id and m.mark = 'retracted'))
          or exists (select from contact_points p where p.workspace_id = c.workspace_id and p.contact_id = c.id
            and p.import_id is distinct from c.import_id and p.state = 'active')
          or exists (select from consents s where s.workspace_id = c.workspace_id and s.contact_id = c.id
            and s.import_id is distinct from c.import_id and not exists (select from consent_endings e
              where e.workspace_id = s.workspace_id and e.consent_id = s.id and e.ending = 'retracted'))
          or exists (select from suppressions s where s.workspace_id = c.workspace_id and s.contact_id = c.id
            and s.import_id is distinct from c.import_id and not exists (select from suppression_endings e
              where e.workspace_id = s.workspace_id and e.suppression_id = s.id and e.ending = 'retracted'))
          or exists (select from tasks t where t.workspace_id = c.workspace_id and t.contact_id = c.id)
          or exists (select from contacts m where m.workspace_id = c.workspace_id and m.merged_into_id = c.id)
          then 'more_is_known'
      end as "touchedBy"
    from contacts c
    where c.workspace_id = ${workspaceId}::uuid and c.import_id = ${importId}::uuid and c.state = 'active'
      and (${after}::uuid is null or c.id > ${after}::uuid)
    order by c.id limit ${batchRows}`.execute(tx.db.withoutPlugins());
  return rows;
}

/** They stay in the record, and count nowhere; their addresses are free for whoever comes next. */
export async function withdrawContacts(tx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { workspaceId } = tx.actor;
  const wanted = arrayLiteral(ids);
  await sql`update contact_points set state = 'withdrawn'
    where workspace_id = ${workspaceId}::uuid and contact_id = any(${wanted}::uuid[]) and state = 'active'`.execute(
    tx.db,
  );
  await sql`update contacts set state = 'withdrawn', updated_at = ${tx.now}
    where workspace_id = ${workspaceId}::uuid and id = any(${wanted}::uuid[]) and state = 'active'`.execute(tx.db);
}

/** Withdraws the points that an import added to contacts which were there before it. */
export async function withdrawAddedPoints(tx: Context, importId: string, contactIds: readonly string[]): Promise<void> {
  await sql`
    update contact_points p set state = 'withdrawn'
    from contacts c
    where p.workspace_id = ${tx.actor.workspaceId}::uuid and p.contact_id = any(${arrayLiteral(contactIds)}::uuid[])
      and p.import_id = ${importId}::uuid and p.state = 'active'
      and c.workspace_id = p.workspace_id and c.id = p.contact_id and c.import_id is distinct from p.import_id
  `.execute(tx.db);
}
