import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Touchpoint } from "#api/touchpoints.ts";
import type { KindTable } from "#domain/touchpoints/kinds.ts";
import type { Context } from "#server/platform/context.ts";

type Stored = Omit<Touchpoint, "direction" | "confirmedBy" | "recordedBy"> & {
  confirmedById: string | null;
  confirmedByName: string | null;
  recordedById: string | null;
  recordedByName: string | null;
};

/** Touchpoints as people read them, newest first, with what their marks say. */
export async function readTimeline(
  tx: Context,
  kinds: KindTable,
  { condition, limit }: { condition: RawBuilder<SqlBool>; limit: number },
): Promise<Touchpoint[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const mark = (name: string, column: string) => sql`(select ${sql.ref(column)} from touchpoint_marks m
    where m.workspace_id = ${workspace} and m.touchpoint_id = t.id and m.mark = ${name})`;
  const { rows } = await sql<Stored>`
    select t.*, confirmer.name as "confirmedByName", recorder.name as "recordedByName" from (
      select t.id, coalesce(c.merged_into_id, c.id) as "contactId", t.kind, t.occurred_at as "occurredAt",
        t.scheduled_at as "scheduledAt", t.zone_assumed as "zoneAssumed", t.verification, t.summary,
        ${mark("confirmed", "m.marked_at")} as "confirmedAt", ${mark("confirmed", "m.marked_by")} as "confirmedById",
        ${mark("fulfilled", "m.marked_at")} as "fulfilledAt", ${mark("retracted", "m.marked_at")} as "retractedAt",
        t.import_id as "importId", t.import_line as "importLine", t.attempt_id as "attemptId",
        t.recorded_at as "recordedAt", t.recorded_by as "recordedById"
      from touchpoints t join contacts c on c.workspace_id = ${workspace} and c.id = t.contact_id
      where t.workspace_id = ${workspace} and ${condition}
      order by t.occurred_at desc, t.id desc limit ${limit}
    ) t
    left join users confirmer on confirmer.id = t."confirmedById"
    left join users recorder on recorder.id = t."recordedById"
    order by t."occurredAt" desc, t.id desc`.execute(tx.db.withoutPlugins());
  return rows.map(({ confirmedById, confirmedByName, recordedById, recordedByName, ...row }) => ({
    ...row,
    direction: kinds.get(row.kind)?.direction ?? "context",
    confirmedBy: person(confirmedById, confirmedByName),
    recordedBy: person(recordedById, recordedByName),
  }));
}

function person(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}
