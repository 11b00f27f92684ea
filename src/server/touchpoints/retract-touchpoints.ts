import { sql } from "kysely";
import { record } from "#server/ledger/record.ts";
import type { Context } from "#server/platform/context.ts";

/** Takes back what a call had proved, because its outcome was corrected. The caller refreshes the standing. */
export async function retractTouchpointsOfAttempt(
  tx: Context,
  { attemptId, contactIds }: { attemptId: string; contactIds: readonly string[] },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into touchpoint_marks (workspace_id, touchpoint_id, mark, marked_at, marked_by, details)
    select t.workspace_id, t.id, 'retracted', ${tx.now}::timestamptz, ${tx.actor.userId}::uuid,
      '{"because": "outcome corrected"}'
    from touchpoints t
    where t.workspace_id = ${tx.actor.workspaceId}::uuid and t.contact_id = any(${contactIds}::uuid[])
      and t.attempt_id = ${attemptId}::uuid
    on conflict do nothing
    returning id`.execute(tx.db);
  record(
    tx,
    "touchpoint_mark",
    rows.map(({ id }) => id),
  );
}
