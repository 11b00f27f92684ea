import { sql } from "kysely";
import { record } from "#server/ledger/record.ts";
import type { Context } from "#server/platform/context.ts";

/**
 * What she said of a number that somebody else has too closed it for him: that no stays, as a no of the number alone.
 */
export async function keepRefusalsOfShared(
  tx: Context,
  { ids, shared }: { ids: readonly string[]; shared: readonly string[] },
): Promise<void> {
  if (shared.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    insert into suppressions (workspace_id, point, kind, channels, said_at, evidence, recorded_at, recorded_by)
    select distinct on (s.point, s.kind) s.workspace_id, s.point, s.kind, s.channels, s.said_at,
      '{"because": "said by somebody who was erased"}'::jsonb, ${tx.now}::timestamptz, ${tx.actor.userId}::uuid
    from suppressions s
    where s.workspace_id = ${tx.actor.workspaceId}::uuid and s.contact_id = any(${ids}::uuid[])
      and s.point = any(${shared}::text[]) and s.kind <> 'wrong_person'
      and not exists (select from suppression_endings e
        where e.workspace_id = s.workspace_id and e.suppression_id = s.id)
    order by s.point, s.kind, s.said_at
    returning id`.execute(tx.db.withoutPlugins());
  record(
    tx,
    "suppression",
    rows.map(({ id }) => id),
  );
}
