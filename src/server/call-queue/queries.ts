import { sql } from "kysely";
import type { Answer, Said } from "#api/attempts.ts";
import type { TaskKind } from "#api/tasks.ts";
import { minutesAfter } from "#domain/time.ts";
import { coversSubject } from "#domain/what-a-no-covers.ts";
import { record } from "#server/ledger/record.ts";
import type { Context } from "#server/platform/context.ts";

/* Reservations. */

/**
 * Locks the acting rep, so that two windows of one rep are served one after the other: Warmline never rings two
 * people for one rep.
 */
export async function lockRep(tx: Context, userId: string): Promise<void> {
  await sql`select from memberships where workspace_id = ${tx.actor.workspaceId}::uuid and user_id = ${userId}::uuid
    for no key update`.execute(tx.db);
}

/** Takes the person, or keeps him; false where somebody else has him open. A person merely opened before is let go. */
export async function takeReservation(
  tx: Context,
  { contactId, userId, expiresAt }: { contactId: string; userId: string; expiresAt: Date },
): Promise<boolean> {
  const { workspaceId } = tx.actor;
  await tx.db
    .deleteFrom("reservations")
    .where("workspaceId", "=", workspaceId)
    .where("userId", "=", userId)
    .where("contactId", "!=", contactId)
    .where("attemptId", "is", null)
    .execute();
  const taken = await tx.db
    .insertInto("reservations")
    .values({ workspaceId, contactId, userId, reservedAt: tx.now, expiresAt })
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "contactId"])
        .doUpdateSet((eb) => ({
          userId,
          attemptId: eb
            .case()
            .when("reservations.userId", "=", userId)
            .then(eb.ref("reservations.attemptId"))
            .else(null)
            .end(),
          expiresAt: sql<Date>`case when reservations.user_id = ${userId}::uuid
            then greatest(reservations.expires_at, excluded.expires_at) else excluded.expires_at end`,
        }))
        .where((eb) => eb.or([eb("reservations.userId", "=", userId), eb("reservations.expiresAt", "<=", tx.now)])),
    )
    .returning("contactId")
    .executeTakeFirst();
  return taken !== undefined;
}

/** Lets go of a person who was opened and not called. */
export async function deleteReservation(tx: Context, contactId: string, userId: string): Promise<void> {
  await tx.db
    .deleteFrom("reservations")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("contactId", "=", contactId)
    .where("userId", "=", userId)
    .where("attemptId", "is", null)
    .execute();
}

export async function deleteReservationOfAttempt(tx: Context, attemptId: string): Promise<void> {
  await tx.db
    .deleteFrom("reservations")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("attemptId", "=", attemptId)
    .execute();
}

/* Attempts and outcomes. */

export type NewAttempt = {
  contactId: string;
  pointId: string;
  phone: string;
  userId: string;
  origin: "dialled" | "logged";
  decisionId: string;
  triggerId: string | null;
  temperature: string;
  technology: string;
  purpose: string;
  subject: string | null;
  playbook: unknown;
  startedAt: Date;
};

export async function insertAttempt(tx: Context, { playbook, ...attempt }: NewAttempt): Promise<string> {
  const { id } = await tx.db
    .insertInto("attempts")
    .values({
      ...attempt,
      workspaceId: tx.actor.workspaceId,
      channel: "call",
      playbook: JSON.stringify(playbook ?? {}),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  record(tx, "attempt", [id]);
  return id;
}

/** The reservation lasts as long as the call may stay open: nobody else rings while an outcome is missing. */
export async function holdReservation(
  tx: Context,
  row: { contactId: string; userId: string; attemptId: string; minutes: number },
): Promise<void> {
  await tx.db
    .updateTable("reservations")
    .set({ attemptId: row.attemptId, expiresAt: minutesAfter(tx.now, row.minutes) })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("contactId", "=", row.contactId)
    .where("userId", "=", row.userId)
    .execute();
}

export type NewOutcome = {
  attemptId: string;
  correctsId: string | null;
  outcome: string;
  note: string;
  answers: readonly Answer[];
  said: readonly Said[];
};

/** The first outcome stands, and so does the first correction of each; undefined where there is one already. */
export async function insertOutcome(
  tx: Context,
  { answers, said, ...outcome }: NewOutcome,
): Promise<string | undefined> {
  const row = await tx.db
    .insertInto("outcomes")
    .values({
      ...outcome,
      workspaceId: tx.actor.workspaceId,
      answers: JSON.stringify(answers),
      said: JSON.stringify(said),
      recordedAt: tx.now,
      recordedBy: tx.actor.userId,
    })
    .onConflict((conflict) => conflict.columns(["workspaceId", "attemptId", "correctsId"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (row) record(tx, "outcome", [row.id]);
  return row?.id;
}

/* Tasks. */

export type NewTask = {
  contactId: string;
  ownerId: string;
  kind: TaskKind;
  title: string;
  dueLocal: string;
  timeZone: string;
  dueAt: Date;
  durationMinutes: number | null;
  alternative: { local: string; timeZone: string; at: string } | null;
  attemptId: string | null;
  subject?: string | null;
};

export async function insertTask(tx: Context, { alternative, ...task }: NewTask): Promise<string> {
  const { id } = await tx.db
    .insertInto("tasks")
    .values({
      ...task,
      workspaceId: tx.actor.workspaceId,
      alternative: alternative && JSON.stringify(alternative),
      createdAt: tx.now,
      createdBy: tx.actor.userId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** False where the task is no longer open. */
export async function closeTask(
  tx: Context,
  { id, state, because }: { id: string; state: "done" | "cancelled"; because: string },
): Promise<boolean> {
  const closed = await tx.db
    .updateTable("tasks")
    .set({ state, closedAt: tx.now, closedBy: tx.actor.userId, closedBecause: because })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where("state", "=", "open")
    .executeTakeFirst();
  return closed.numUpdatedRows > 0n;
}

export async function moveTask(
  tx: Context,
  { id, ...due }: { id: string; dueLocal: string; timeZone: string; dueAt: Date },
): Promise<boolean> {
  const moved = await tx.db
    .updateTable("tasks")
    .set(due)
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where("state", "=", "open")
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}

/** What is planned with a person is planned with the one whom a merge leaves; or those tasks go back. Gives what moved. */
export async function moveOpenTasks(
  tx: Context,
  { from, to, ids }: { from: string; to: string; ids?: readonly string[] },
): Promise<string[]> {
  const moved = await tx.db
    .updateTable("tasks")
    .set({ contactId: to })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("contactId", "=", from)
    .where("state", "=", "open")
    .$if(ids !== undefined, (query) => query.where("id", "=", sql<string>`any(${ids}::uuid[])`))
    .returning("id")
    .execute();
  return moved.map(({ id }) => id);
}

/** What was due with a person is done when the conversation has taken place. */
export async function completeDueTasks(tx: Context, contactId: string): Promise<void> {
  await tx.db
    .updateTable("tasks")
    .set({ state: "done", closedAt: tx.now, closedBy: tx.actor.userId, closedBecause: "called" })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("contactId", "=", contactId)
    .where("state", "=", "open")
    .where("kind", "in", ["callback", "follow_up", "later"])
    .where("dueAt", "<=", tx.now)
    .execute();
}

/** Takes everything out of the day that was planned with these people. A call that is running keeps its reservation. */
export async function cancelOpenWork(tx: Context, contactIds: readonly string[], because: string): Promise<number> {
  const { workspaceId } = tx.actor;
  await tx.db
    .deleteFrom("reservations")
    .where("workspaceId", "=", workspaceId)
    .where("contactId", "=", sql<string>`any(${contactIds}::uuid[])`)
    .where("attemptId", "is", null)
    .execute();
  return cancelTasks(tx, contactIds, because);
}

/** What was planned with these people about a subject that they said no to, or about none that is named. */
export async function cancelTasksAbout(
  tx: Context,
  contactIds: readonly string[],
  scope: string,
  because: string,
): Promise<number> {
  const planned = await tx.db
    .selectFrom("tasks")
    .select(["id", "subject"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("contactId", "=", sql<string>`any(${contactIds}::uuid[])`)
    .where("state", "=", "open")
    .execute();
  const ids = planned.filter(({ subject }) => coversSubject(scope, subject)).map(({ id }) => id);
  return ids.length > 0 ? cancelTasks(tx, contactIds, because, ids) : 0;
}

async function cancelTasks(
  tx: Context,
  contactIds: readonly string[],
  because: string,
  ids?: readonly string[],
): Promise<number> {
  const cancelled = await tx.db
    .updateTable("tasks")
    .set({ state: "cancelled", closedAt: tx.now, closedBy: tx.actor.userId, closedBecause: because })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("contactId", "=", sql<string>`any(${contactIds}::uuid[])`)
    .where("state", "=", "open")
    .$if(ids !== undefined, (query) => query.where("id", "=", sql<string>`any(${ids}::uuid[])`))
    .executeTakeFirst();
  return Number(cancelled.numUpdatedRows);
}
