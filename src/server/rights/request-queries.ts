import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";

export type StoredRequest = {
  id: string;
  kind: string;
  state: string;
  contactId: string | null;
  contactName: string | null;
  restrictedAt: Date | null;
  requester: string;
  replyTo: string;
  channel: string;
  words: string;
  law: string;
  country: string | null;
  receivedAt: Date;
  receivedOn: string;
  acknowledgeBy: string | null;
  acknowledgedAt: Date | null;
  answerBy: string;
  extendableTo: string | null;
  extendedAt: Date | null;
  carriedOutAt: Date | null;
  refusal: string | null;
  answer: string | null;
  certificateId: string | null;
  closedAt: Date | null;
  createdAt: Date;
};

type NewRequest = Pick<
  StoredRequest,
  | "kind"
  | "contactId"
  | "requester"
  | "replyTo"
  | "channel"
  | "words"
  | "law"
  | "country"
  | "receivedAt"
  | "receivedOn"
  | "acknowledgeBy"
  | "answerBy"
  | "extendableTo"
> & { createdBy: string };

export async function insertRequest(tx: Context, row: NewRequest): Promise<string> {
  const { id } = await tx.db
    .insertInto("personRequests")
    .values({ ...row, workspaceId: tx.actor.workspaceId, createdAt: tx.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

const columns = sql`r.id, r.kind, r.state, r.contact_id as "contactId", c.full_name as "contactName",
  c.restricted_at as "restrictedAt", r.requester, r.reply_to as "replyTo", r.channel, r.words, r.law, r.country,
  r.received_at as "receivedAt", r.received_on as "receivedOn", r.acknowledge_by as "acknowledgeBy",
  r.acknowledged_at as "acknowledgedAt", r.answer_by as "answerBy", r.extendable_to as "extendableTo",
  r.extended_at as "extendedAt", r.carried_out_at as "carriedOutAt", r.refusal, r.answer,
  r.certificate_id as "certificateId", r.closed_at as "closedAt", r.created_at as "createdAt"`;

/** Locked, so that two who work on one request do so one after the other. */
export async function lockRequest(tx: Context, id: string): Promise<StoredRequest | undefined> {
  await sql`select from person_requests where workspace_id = ${tx.actor.workspaceId}::uuid and id = ${id}::uuid
    for update`.execute(tx.db);
  return readRequest(tx, id);
}

export async function readRequest(tx: Context, id: string): Promise<StoredRequest | undefined> {
  const [row] = await readRequests(tx, { ids: [id], limit: 1, owners: "all" });
  return row;
}

type Wanted = {
  /** Whose contacts; requests about nobody in particular are everybody's who may see any. */
  owners: readonly (string | null)[] | "all";
  limit: number;
  ids?: readonly string[];
  contactId?: string | undefined;
  state?: "open" | "closed";
  after?: { at: string; id: string } | undefined;
};

export async function readRequests(tx: Context, wanted: Wanted): Promise<StoredRequest[]> {
  const { owners, limit, ids, contactId, state, after } = wanted;
  const isClosed = state === "closed";
  const conditions = [
    sql`r.workspace_id = ${tx.actor.workspaceId}::uuid`,
    ...(ids ? [sql`r.id = any(${ids}::uuid[])`] : []),
    ...(contactId ? [sql`r.contact_id = ${contactId}::uuid`] : []),
    ...(state ? [isClosed ? sql`r.closed_at is not null` : sql`r.closed_at is null`] : []),
    ...(owners === "all"
      ? []
      : [sql`(c.owner_id is null or c.owner_id = any(${owners.filter((each) => each !== null)}::uuid[]))`]),
    ...(after && isClosed ? [sql`(r.closed_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
    ...(after && !isClosed ? [sql`(r.answer_by, r.id) > (${after.at}::date, ${after.id}::uuid)`] : []),
  ];
  const order = isClosed ? sql`r.closed_at desc, r.id desc` : sql`r.answer_by, r.id`;
  const { rows } = await sql<StoredRequest>`
    select ${columns} from person_requests r
    left join contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id
    where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows;
}

export async function countOpen(
  tx: Context,
  { today, soon }: { today: string; soon: string },
): Promise<{ open: number; soon: number; overdue: number }> {
  const { rows } = await sql<{ open: number; soon: number; overdue: number }>`
    select count(*)::int as open,
      count(*) filter (where answer_by between ${today}::date and ${soon}::date)::int as soon,
      count(*) filter (where answer_by < ${today}::date)::int as overdue
    from person_requests where workspace_id = ${tx.actor.workspaceId}::uuid and closed_at is null`.execute(
    tx.db.withoutPlugins(),
  );
  return rows[0] ?? { open: 0, soon: 0, overdue: 0 };
}

type Change = Partial<{
  state: string;
  contactId: string | null;
  acknowledgedAt: Date;
  answerBy: string;
  extendedAt: Date;
  carriedOutAt: Date;
  refusal: string;
  answer: string;
  certificateId: string;
  closedAt: Date;
  closedBy: string | null;
}>;

/** Changes a request that is open, and writes into its history what was done. */
export async function moveRequest(
  tx: Context,
  id: string,
  { event, details = {}, ...change }: Change & { event: string; details?: Record<string, unknown> },
): Promise<void> {
  if (Object.keys(change).length > 0)
    await tx.db
      .updateTable("personRequests")
      .set(change)
      .where("workspaceId", "=", tx.actor.workspaceId)
      .where("id", "=", id)
      .where("closedAt", "is", null)
      .execute();
  await addEvent(tx, id, event, details);
}

/** A reminder of a kind is written once. */
export async function addEvent(
  tx: Context,
  requestId: string,
  event: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await tx.db
    .insertInto("personRequestEvents")
    .values({
      workspaceId: tx.actor.workspaceId,
      requestId,
      event,
      details: JSON.stringify(details),
      happenedAt: tx.now,
      happenedBy: tx.actor.userId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function readEvents(tx: Context, requestId: string) {
  const { rows } = await sql<{
    id: string;
    event: string;
    details: Record<string, unknown>;
    happenedAt: Date;
    by: string | null;
  }>`
    select e.id, e.event, e.details, e.happened_at as "happenedAt", u.name as by
    from person_request_events e left join users u on u.id = e.happened_by
    where e.workspace_id = ${tx.actor.workspaceId}::uuid and e.request_id = ${requestId}::uuid
    order by e.happened_at, e.id limit 500`.execute(tx.db.withoutPlugins());
  return rows;
}

export async function insertCorrections(
  tx: Context,
  rows: readonly { contactId: string; requestId: string; field: string; before: unknown; after: unknown }[],
): Promise<void> {
  if (rows.length === 0) return;
  const { workspaceId, userId } = tx.actor;
  await tx.db
    .insertInto("contactCorrections")
    .values(
      rows.map(({ before, after, ...row }) => ({
        ...row,
        workspaceId,
        before: JSON.stringify(before ?? null),
        after: JSON.stringify(after ?? null),
        correctedAt: tx.now,
        correctedBy: userId,
      })),
    )
    .execute();
}
