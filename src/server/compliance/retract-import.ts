import { sql } from "kysely";
import { record } from "#server/ledger/record.ts";
import type { RecordedKind } from "#server/ledger/recorded-kinds.ts";
import type { Context } from "#server/platform/context.ts";
import type { Retraction } from "#server/touchpoints/retract-import.ts";

const batchRows = 5000;

/** Takes back the next few thousand consents of an import; nothing is left where the count is 0. */
export async function retractConsents(tx: Context, importId: string): Promise<Retraction> {
  return retract(tx, importId, {
    table: "consents",
    endings: "consent_endings",
    key: "consent_id",
    kind: "consent_ending",
  });
}

/** Takes back the next few thousand suppressions of an import. */
export async function retractSuppressions(tx: Context, importId: string): Promise<Retraction> {
  return retract(tx, importId, {
    table: "suppressions",
    endings: "suppression_endings",
    key: "suppression_id",
    kind: "suppression_ending",
  });
}

async function retract(
  tx: Context,
  importId: string,
  names: { table: string; endings: string; key: string; kind: RecordedKind },
): Promise<Retraction> {
  const { workspaceId, userId } = tx.actor;
  const [table, endings, key] = [sql.table(names.table), sql.table(names.endings), sql.ref(names.key)];
  const { rows } = await sql<{ endingId: string; contactId: string | null }>`
    with taken as (
      select r.id, r.contact_id from ${table} r
      where r.workspace_id = ${workspaceId}::uuid and r.import_id = ${importId}::uuid
        and not exists (select from ${endings} e
          where e.workspace_id = r.workspace_id and e.${key} = r.id and e.ending = 'retracted')
      limit ${batchRows}
    ), endings as (
      insert into ${endings} (workspace_id, ${key}, ending, ended_at, ended_by)
      select ${workspaceId}::uuid, id, 'retracted', ${tx.now}::timestamptz, ${userId}::uuid from taken
      returning id, ${key} as of
    )
    select e.id as ending_id, t.contact_id from endings e join taken t on t.id = e.of`.execute(tx.db);
  record(
    tx,
    names.kind,
    rows.map(({ endingId }) => endingId),
  );
  return { count: rows.length, contactIds: [...new Set(rows.flatMap(({ contactId }) => contactId ?? []))] };
}
