import { sql } from "kysely";
import { record } from "#server/ledger/record.ts";
import type { Context } from "#server/platform/context.ts";
import type { Retraction } from "#server/touchpoints/retract-import.ts";

const batchRows = 5000;

/** Marks the next few thousand touchpoints that an import only claimed; none are left where the count is 0. */
export async function markClaimed(
  tx: Context,
  { importId, mark, details }: { importId: string; mark: "confirmed" | "documented"; details: Record<string, unknown> },
): Promise<Retraction> {
  const { workspaceId, userId } = tx.actor;
  const { rows } = await sql<{ markId: string; contactId: string }>`
    with claimed as (
      select t.id, t.contact_id from touchpoints t
      where t.workspace_id = ${workspaceId}::uuid and t.import_id = ${importId}::uuid and t.verification = 'claimed'
        and not exists (select from touchpoint_marks m where m.workspace_id = t.workspace_id
          and m.touchpoint_id = t.id and m.mark in (${mark}, 'retracted'))
      limit ${batchRows}
    ), marks as (
      insert into touchpoint_marks (workspace_id, touchpoint_id, mark, marked_at, marked_by, details, import_id)
      select ${workspaceId}::uuid, id, ${mark}, ${tx.now}::timestamptz, ${userId}::uuid,
        ${JSON.stringify(details)}::jsonb, ${importId}::uuid from claimed
      returning id, touchpoint_id
    )
    select m.id as mark_id, c.contact_id from marks m join claimed c on c.id = m.touchpoint_id`.execute(tx.db);
  record(
    tx,
    "touchpoint_mark",
    rows.map(({ markId }) => markId),
  );
  return { count: rows.length, contactIds: [...new Set(rows.map(({ contactId }) => contactId))] };
}
