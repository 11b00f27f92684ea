import { sql } from "kysely";
import { GateDecision, type RecordedDecision } from "#api/decisions.ts";
import { AppError } from "#domain/errors.ts";
import type { Context } from "#server/platform/context.ts";

/* Stored JSON is read without the translator of names, which would reach into it. */

export async function readDecision(tx: Context, id: string): Promise<GateDecision> {
  const { rows } = await sql<{ decision: unknown }>`
    select decision from decisions where workspace_id = ${tx.actor.workspaceId}::uuid and id = ${id}::uuid
    `.execute(tx.db.withoutPlugins());
  if (!rows[0]) throw new AppError("not_found", { decisionId: id });
  return GateDecision.parse(rows[0].decision);
}

type Wanted = {
  contactIds: readonly string[] | undefined;
  /** Whose attempts; absent = everybody's. */
  userIds: readonly string[] | undefined;
  before: string | undefined;
  limit: number;
};

/** Keys sort by birth, so the key is the order. */
export async function readDecisions(tx: Context, wanted: Wanted): Promise<RecordedDecision[]> {
  const conditions = [
    sql`d.workspace_id = ${tx.actor.workspaceId}::uuid`,
    ...(wanted.contactIds ? [sql`d.contact_id = any(${wanted.contactIds}::uuid[])`] : []),
    ...(wanted.userIds ? [sql`d.decided_for = any(${wanted.userIds}::uuid[])`] : []),
    ...(wanted.before ? [sql`d.id < ${wanted.before}::uuid`] : []),
  ];
  const { rows } = await sql<RecordedDecision>`
    select d.id, d.contact_id as "contactId", d.channel, d.verdict, d.decided_at as "decidedAt",
      jsonb_build_object('userId', d.decided_for, 'name', u.name) as "decidedFor", d.decision
    from decisions d join users u on u.id = d.decided_for
    where ${sql.join(conditions, sql` and `)}
    order by d.id desc limit ${wanted.limit}`.execute(tx.db.withoutPlugins());
  return rows.map((row) => ({ ...row, decision: GateDecision.parse(row.decision) }));
}
