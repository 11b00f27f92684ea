import { sql } from "kysely";
import { GateDecision, type RecordedDecision } from "#api/decisions.ts";
import { AppError } from "#domain/errors.ts";
import type { GateRequest } from "#domain/gate/types.ts";
import type { Context } from "#server/platform/context.ts";

/* Stored JSON is read without the translator of names, which would reach into it. */

export type WantedDecisions = {
  id?: string | undefined;
  contactIds?: readonly string[] | undefined;
  /** Whose attempts; absent = everybody's. */
  userIds?: readonly string[] | undefined;
  verdict?: string | undefined;
  rule?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  before?: string | undefined;
  limit: number;
};

/** Keys sort by birth, so the key is the order. */
export async function readDecisions(tx: Context, wanted: WantedDecisions): Promise<RecordedDecision[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { id, contactIds, userIds, verdict, rule, from, to, before, limit } = wanted;
  const conditions = [
    sql`d.workspace_id = ${workspace}`,
    ...(id ? [sql`d.id = ${id}::uuid`] : []),
    ...(contactIds ? [sql`d.contact_id = any(${contactIds}::uuid[])`] : []),
    ...(userIds ? [sql`d.decided_for = any(${userIds}::uuid[])`] : []),
    ...(verdict ? [sql`d.verdict = ${verdict}`] : []),
    ...(rule ? [sql`r.rule = ${rule}`] : []),
    ...(from ? [sql`d.decided_at >= ${from}`] : []),
    ...(to ? [sql`d.decided_at < ${to}`] : []),
    ...(before ? [sql`d.id < ${before}::uuid`] : []),
  ];
  const source = rule
    ? sql`decision_rules r join decisions d on d.workspace_id = r.workspace_id and d.id = r.decision_id
        and r.workspace_id = ${workspace}`
    : sql`decisions d`;
  const { rows } = await sql<RecordedDecision>`
    select d.id, d.contact_id as "contactId", c.full_name as "contactName", d.channel, d.verdict, d.decided_at as "decidedAt",
      jsonb_build_object('userId', d.decided_for, 'name', u.name) as "decidedFor", d.decision
    from ${source} join users u on u.id = d.decided_for
    join contacts c on c.workspace_id = ${workspace} and c.id = d.contact_id
    where ${sql.join(conditions, sql` and `)}
    order by ${rule ? sql`r.decision_id` : sql`d.id`} desc limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows.map((row) => ({ ...row, decision: GateDecision.parse(row.decision) }));
}

export type StoredQuestion = {
  request: GateRequest;
  packHashes: Record<string, string>;
  attempt: { id: string; origin: "dialled" | "logged"; startedAt: Date } | null;
};

/** The question of a decision, with what it rests on and what came of it. */
export async function readQuestion(tx: Context, id: string): Promise<StoredQuestion> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<
    Omit<StoredQuestion, "attempt"> & {
      attemptId: string | null;
      origin: "dialled" | "logged" | null;
      startedAt: Date | null;
    }
  >`
    select d.request, d.pack_hashes as "packHashes", a.id as "attemptId", a.origin,
      a.started_at as "startedAt"
    from decisions d
    left join attempts a on a.workspace_id = ${workspace} and a.decision_id = d.id
    where d.workspace_id = ${workspace} and d.id = ${id}::uuid`.execute(tx.db.withoutPlugins());
  const [row] = rows;
  if (!row) throw new AppError("not_found", { decisionId: id });
  const { attemptId, origin, startedAt, ...question } = row;
  const isUsed = attemptId !== null && origin !== null && startedAt !== null;
  return { ...question, attempt: isUsed ? { id: attemptId, origin, startedAt } : null };
}
