import type { Attempt } from "#api/attempts.ts";
import type { TaskKind } from "#api/tasks.ts";
import { AppError } from "#domain/errors.ts";
import { insertTask } from "#server/call-queue/queries.ts";
import { agreedTime } from "#server/call-queue/require-task.ts";
import { type Context, requireUser } from "#server/platform/context.ts";
import { insertTouchpoints } from "#server/touchpoints/insert-touchpoints.ts";

type LocalMoment = { local: string; timeZone: string };

export type Plan = {
  kind: TaskKind;
  options: readonly LocalMoment[];
  title: string;
  durationMinutes?: number;
  /** The contact agreed to it during the call: he will expect us, and that is a touchpoint of its own. */
  agreed: boolean;
};

/** Writes down what follows a call; planning the same time twice writes it once. */
export async function planTask(tx: Context, attempt: Attempt, plan: Plan): Promise<string> {
  const [first, second] = plan.options;
  if (!first) throw new AppError("invalid_input", { local: "missing" });
  const due = agreedTime(first);
  if (due.dueAt <= tx.now) throw new AppError("invalid_input", { local: "in the past" });
  const known = await findTask(tx, attempt.id, plan.kind, due.dueAt);
  if (known) return known;

  if (plan.agreed) await insertTouchpoints(tx, touchpointsOf(attempt, plan, due));
  const other = second && agreedTime(second);
  return insertTask(tx, {
    ...due,
    contactId: attempt.contactId,
    ownerId: requireUser(tx),
    kind: plan.kind,
    title: plan.title,
    durationMinutes: plan.durationMinutes ?? null,
    alternative: other ? { local: other.dueLocal, timeZone: other.timeZone, at: other.dueAt.toISOString() } : null,
    attemptId: attempt.id,
  });
}

async function findTask(tx: Context, attemptId: string, kind: string, dueAt: Date): Promise<string | undefined> {
  const task = await tx.db
    .selectFrom("tasks")
    .select("id")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("attemptId", "=", attemptId)
    .where("kind", "=", kind)
    .where("dueAt", "=", dueAt)
    .where("state", "=", "open")
    .executeTakeFirst();
  return task?.id;
}

function touchpointsOf(attempt: Attempt, { kind, title, durationMinutes }: Plan, due: ReturnType<typeof agreedTime>) {
  const row = {
    contactId: attempt.contactId,
    occurredAt: attempt.startedAt,
    verification: attempt.origin === "dialled" ? ("captured" as const) : ("claimed" as const),
    summary: title,
    evidence: { attempt: attempt.id },
    attemptId: attempt.id,
    details: { local: due.dueLocal, timeZone: due.timeZone, ...(durationMinutes ? { durationMinutes } : {}) },
  };
  if (kind === "callback") return [{ ...row, kind: "callback_requested", scheduledAt: due.dueAt }];
  if (kind === "meeting") return [{ ...row, kind: "meeting_booked", scheduledAt: due.dueAt }];
  return [];
}
