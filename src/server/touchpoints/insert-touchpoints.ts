import { sql } from "kysely";
import type { Verification } from "#domain/touchpoints/kinds.ts";
import { record } from "#server/ledger/record.ts";
import type { Context } from "#server/platform/context.ts";

export type NewTouchpoint = {
  contactId: string;
  kind: string;
  occurredAt: Date;
  /** For a booked meeting: when it begins. */
  scheduledAt?: Date | null;
  verification: Verification;
  summary?: string;
  details?: Record<string, unknown>;
  evidence?: Record<string, unknown>;
  attemptId?: string | null;
  sourceKey?: string | null;
};

/** Any number of rows in one statement. The caller refreshes the standings of the contacts concerned. */
export async function insertTouchpoints(tx: Context, rows: readonly NewTouchpoint[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const { rows: inserted } = await sql<{ id: string }>`
    insert into touchpoints (workspace_id, contact_id, kind, occurred_at, scheduled_at, verification, summary,
      details, evidence, attempt_id, source_key, recorded_at, recorded_by)
    select current_workspace_id(), r."contactId", r.kind, r."occurredAt", r."scheduledAt", r.verification,
      coalesce(r.summary, ''), coalesce(r.details, '{}'), coalesce(r.evidence, '{}'), r."attemptId", r."sourceKey",
      ${tx.now}::timestamptz, ${tx.actor.userId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("contactId" uuid, kind text,
      "occurredAt" timestamptz, "scheduledAt" timestamptz, verification text, summary text, details jsonb,
      evidence jsonb, "attemptId" uuid, "sourceKey" text)
    returning id`.execute(tx.db.withoutPlugins());
  const ids = inserted.map(({ id }) => id);
  record(tx, "touchpoint", ids);
  return ids;
}
