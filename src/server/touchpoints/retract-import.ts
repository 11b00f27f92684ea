import { type RawBuilder, sql } from "kysely";
import type { Context } from "#server/platform/context.ts";

/** How many rows of each sort were taken back, and whose standing must be worked out anew. */
export type Retraction = { count: number; contactIds: string[] };

const batchRows = 5000;

/**
 * Takes back the next few thousand touchpoints of an import; nothing is left where the count is 0. The record is
 * append-only: a retraction is a mark beside it.
 */
export async function retractTouchpoints(tx: Context, importId: string): Promise<Retraction> {
  const { workspaceId, userId } = tx.actor;
  return retract(
    tx,
    sql`
    with taken as (
      select t.id, t.contact_id from touchpoints t
      where t.workspace_id = ${workspaceId}::uuid and t.import_id = ${importId}::uuid
        and not exists (select from touchpoint_marks m
          where m.workspace_id = t.workspace_id and m.touchpoint_id = t.id and m.mark = 'retracted')
      limit ${batchRows}
    ), marks as (
      insert into touchpoint_marks (workspace_id, touchpoint_id, mark, marked_at, marked_by, import_id)
      select ${workspaceId}::uuid, id, 'retracted', ${tx.now}::timestamptz, ${userId}::uuid, ${importId}::uuid from taken
    )
    select contact_id as id from taken`,
  );
}

export async function retractRelationships(tx: Context, importId: string): Promise<Retraction> {
  const { workspaceId } = tx.actor;
  return retract(
    tx,
    sql`
    with taken as (
      select id from relationships
      where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid and retracted_at is null
      limit ${batchRows}
    )
    update relationships r set retracted_at = ${tx.now} from taken
    where r.workspace_id = ${workspaceId}::uuid and r.id = taken.id
    returning r.contact_id as id`,
  );
}

async function retract(tx: Context, statement: RawBuilder<unknown>): Promise<Retraction> {
  const { rows } = (await statement.execute(tx.db)) as { rows: { id: string | null }[] };
  return { count: rows.length, contactIds: [...new Set(rows.flatMap(({ id }) => id ?? []))] };
}
