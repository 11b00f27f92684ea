import type { NextPerson, ReportedCall } from "#api/attempts.ts";
import { AppError } from "#domain/errors.ts";
import { readAttempts } from "#server/call-queue/attempt-queries.ts";
import { masked } from "#server/call-queue/mask-attempt.ts";
import { takeQueue } from "#server/call-queue/take-queue.ts";
import { readTasks } from "#server/call-queue/task-queries.ts";
import type { Context } from "#server/platform/context.ts";

/** The call as it stands now, what was planned, and who comes next. */
export async function reportedCall(tx: Context, attemptId: string, taskId: string | null): Promise<ReportedCall> {
  const [attempt] = await readAttempts(tx, { id: attemptId, limit: 1 });
  if (!attempt) throw new AppError("not_found", { attemptId });
  const [task] = taskId ? await readTasks(tx, { id: taskId, limit: 1 }) : [];
  return { attempt: masked(attempt), task: task ?? null, nextPerson: await nextPerson(tx, attempt.contactId) };
}

async function nextPerson(tx: Context, calledId: string): Promise<NextPerson | null> {
  const { items } = await takeQueue(tx, { whose: { of: "me" }, tab: "to_call", limit: 5 });
  const next = items.find(
    ({ contact, reservation }) => contact.id !== calledId && (reservation === null || reservation.mine),
  );
  return next ? { contact: next.contact, temperature: next.temperature } : null;
}
