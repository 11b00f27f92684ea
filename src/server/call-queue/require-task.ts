import type { Task } from "#api/tasks.ts";
import { AppError } from "#domain/errors.ts";
import { parseWallTime } from "#domain/time.ts";
import { readTasks } from "#server/call-queue/task-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import type { Context } from "#server/platform/context.ts";

/** A task that is one's own, or with a person within reach. */
export async function requireTask(tx: Context, id: string): Promise<Task> {
  const [task] = await readTasks(tx, { id, limit: 1 });
  if (!task) throw new AppError("not_found", { taskId: id });
  if (task.ownerId !== tx.actor.userId) await requireContact(tx, task.contact.id, "calls:make");
  return task;
}

/** What people agreed, as wall time and zone, with the instant that follows. */
export function agreedTime({ local, timeZone }: { local: string; timeZone: string }): {
  dueLocal: string;
  timeZone: string;
  dueAt: Date;
} {
  const dueAt = parseWallTime(local, timeZone);
  if (!dueAt) throw new AppError("invalid_input", { local });
  return { dueLocal: local, timeZone, dueAt };
}
