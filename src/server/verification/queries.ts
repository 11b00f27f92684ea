import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";

/** How many entries were looked at, how many do not hold, and the first of these. */
export type Finding = { checked: number; broken: number; first: string | null };

/** What an import says of its rows is what its rows say. */
export async function checkImports(tx: Context): Promise<Finding> {
  const { rows } = await sql<Finding>`
    select count(*)::int as checked,
      count(*) filter (where not holds)::int as broken,
      min(id::text) filter (where not holds) as first
    from (
      select i.id, i.rows_done = r.rows and i.created = r.created and i.updated = r.updated and i.merged = r.merged
        and i.skipped = r.skipped and i.rejected = r.rejected as holds
      from imports i
      cross join lateral (
        select count(*) as rows,
          count(*) filter (where outcome = 'created') as created,
          count(*) filter (where outcome = 'updated') as updated,
          count(*) filter (where outcome = 'merged') as merged,
          count(*) filter (where outcome = 'skipped') as skipped,
          count(*) filter (where outcome = 'rejected') as rejected
        from import_rows row where row.workspace_id = i.workspace_id and row.import_id = i.id
      ) r
      where i.workspace_id = ${tx.actor.workspaceId}::uuid and i.state in ('done', 'undone')
    ) import`.execute(tx.db);
  return rows[0] ?? nothing;
}

/** A merged contact points at an active one, and keeps no point of its own. */
export async function checkMerges(tx: Context): Promise<Finding> {
  const { rows } = await sql<Finding>`
    select count(*)::int as checked,
      count(*) filter (where not holds)::int as broken,
      min(id::text) filter (where not holds) as first
    from (
      select c.id, survivor.state = 'active' and not exists (
        select from contact_points p
        where p.workspace_id = c.workspace_id and p.contact_id = c.id and p.state = 'active') as holds
      from contacts c
      join contacts survivor on survivor.workspace_id = c.workspace_id and survivor.id = c.merged_into_id
      where c.workspace_id = ${tx.actor.workspaceId}::uuid and c.merged_into_id is not null
    ) merged`.execute(tx.db);
  return rows[0] ?? nothing;
}

const nothing: Finding = { checked: 0, broken: 0, first: null };
