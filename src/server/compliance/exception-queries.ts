import { sql, type UpdateResult } from "kysely";
import type { Exception } from "#api/exceptions.ts";
import { record, recordAgain } from "#server/ledger/record.ts";
import type { Context } from "#server/platform/context.ts";

export type NewException = {
  kind: "override" | "lift";
  contactId: string | null;
  rule?: string;
  suppressionId?: string;
  reason: string;
  evidence?: string;
  expiresAt?: Date;
  proposedBy: string;
};

export async function insertException(tx: Context, row: NewException): Promise<string> {
  const { id } = await tx.db
    .insertInto("exceptions")
    .values({ ...row, workspaceId: tx.actor.workspaceId, proposedAt: tx.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  record(tx, "exception", [id]);
  return id;
}

/** Whether it waited for a decision until now. */
export async function settleException(
  tx: Context,
  decided: { id: string; state: "approved" | "rejected"; decidedBy: string; note: string },
): Promise<boolean> {
  const { id, note, ...row } = decided;
  const result = await tx.db
    .updateTable("exceptions")
    .set({ ...row, decidedAt: tx.now, decisionNote: note || null })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where("state", "=", "proposed")
    .executeTakeFirst();
  return noteChange(tx, id, result);
}

export async function closeException(tx: Context, id: string, userId: string): Promise<boolean> {
  const result = await tx.db
    .updateTable("exceptions")
    .set({ state: "ended", endedAt: tx.now, endedBy: userId })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where("state", "in", ["proposed", "approved"])
    .executeTakeFirst();
  return noteChange(tx, id, result);
}

function noteChange(tx: Context, id: string, { numUpdatedRows }: UpdateResult): boolean {
  const isChanged = numUpdatedRows > 0n;
  if (isChanged) recordAgain(tx, "exception", [id]);
  return isChanged;
}

type Wanted = {
  id?: string;
  state?: string | undefined;
  contactIds?: readonly string[] | undefined;
  /** Of people in whose contacts the reader has a say; absent = everybody. */
  owners?: readonly (string | null)[] | undefined;
  before?: string | undefined;
  limit: number;
};

type Stored = Omit<Exception, "suppression"> & {
  suppression: (Omit<NonNullable<Exception["suppression"]>, "saidAt"> & { saidAt: string }) | null;
};

/** Newest first; numbers and addresses are whole: the caller masks. */
export async function readExceptions(tx: Context, wanted: Wanted): Promise<Exception[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { id, state, contactIds, owners, before, limit } = wanted;
  const conditions = [
    sql`x.workspace_id = ${workspace}`,
    ...(id ? [sql`x.id = ${id}::uuid`] : []),
    ...(state ? [sql`x.state = ${state}`] : []),
    ...(contactIds ? [sql`x.contact_id = any(${contactIds}::uuid[])`] : []),
    ...(owners ? [sql`(c.owner_id is null or c.owner_id = any(${owners.filter(Boolean)}::uuid[]))`] : []),
    ...(before ? [sql`x.id < ${before}::uuid`] : []),
  ];
  const { rows } = await sql<Stored>`
    select x.id, x.kind, case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.full_name) end as contact,
      x.rule, case when s.id is not null then jsonb_build_object('id', s.id, 'kind', s.kind, 'point', s.point,
        'saidAt', s.said_at) end as suppression, x.reason, x.evidence, x.expires_at as "expiresAt",
      x.proposed_at as "proposedAt", jsonb_build_object('userId', p.id, 'name', p.name) as "proposedBy", x.state,
      x.decided_at as "decidedAt", case when d.id is not null then jsonb_build_object('userId', d.id, 'name', d.name)
        end as "decidedBy", x.decision_note as note
    from exceptions x
    join users p on p.id = x.proposed_by
    left join users d on d.id = x.decided_by
    left join contacts c on c.workspace_id = ${workspace} and c.id = x.contact_id
    left join suppressions s on s.workspace_id = ${workspace} and s.id = x.suppression_id
    where ${sql.join(conditions, sql` and `)}
    order by x.id desc limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows.map(({ suppression, ...row }) => ({
    ...row,
    suppression: suppression && { ...suppression, saidAt: new Date(suppression.saidAt) },
  }));
}
