import { sql } from "kysely";
import { record } from "#server/ledger/record.ts";
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
  const { rows } = await sql<{ markId: string; contactId: string }>`
    with taken as (
      select t.id, t.contact_id from touchpoints t
      where t.workspace_id = ${workspaceId}::uuid and t.import_id = ${importId}::uuid
        and not exists (select from touchpoint_marks m
          where m.workspace_id = t.workspace_id and m.touchpoint_id = t.id and m.mark = 'retracted')
      limit ${batchRows}
    ), marks as (
      insert into touchpoint_marks (workspace_id, touchpoint_id, mark, marked_at, marked_by, import_id)
      select ${workspaceId}::uuid, id, 'retracted', ${tx.now}::timestamptz, ${userId}::uuid, ${importId}::uuid from taken
      returning id, touchpoint_id
    )
    select m.id as mark_id, t.contact_id from marks m join taken t on t.id = m.touchpoint_id`.execute(tx.db);
  record(
    tx,
    "touchpoint_mark",
    rows.map(({ markId }) => markId),
  );
  return { count: rows.length, contactIds: [...new Set(rows.map(({ contactId }) => contactId))] };
}

export async function retractRelationships(tx: Context, importId: string): Promise<Retraction> {
  const { workspaceId } = tx.actor;
  const { rows } = await sql<{ id: string }>`
    with taken as (
      select id from relationships
      where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid and retracted_at is null
      limit ${batchRows}
    )
    update relationships r set retracted_at = ${tx.now} from taken
    where r.workspace_id = ${workspaceId}::uuid and r.id = taken.id
    returning r.contact_id as id`.execute(tx.db);
  return { count: rows.length, contactIds: [...new Set(rows.map(({ id }) => id))] };
}
