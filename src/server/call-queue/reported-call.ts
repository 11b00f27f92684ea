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

/** Behind a hundred whom the gate holds nobody is looked for. */
const pagesMax = 5;

async function nextPerson(tx: Context, calledId: string): Promise<NextPerson | null> {
  let cursor: string | undefined;
  for (let page = 0; page < pagesMax; page++) {
    const { items, nextCursor } = await takeQueue(tx, { whose: { of: "me" }, tab: "to_call", limit: 20, cursor });
    const next = items.find(
      ({ contact, reservation }) => contact.id !== calledId && (reservation === null || reservation.mine),
    );
    if (next) return { contact: next.contact, temperature: next.temperature };
    if (nextCursor === null) return null;
    cursor = nextCursor;
  }
  return null;
}
