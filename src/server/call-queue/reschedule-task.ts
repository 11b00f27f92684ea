import type { RescheduleTask, Task } from "#api/tasks.ts";
import { AppError } from "#domain/errors.ts";
import { moveTask } from "#server/call-queue/queries.ts";
import { agreedTime, requireTask } from "#server/call-queue/require-task.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** Moves a task; saving the time that it has already changes nothing. */
export async function rescheduleTask(ctx: Context, { id, local, timeZone }: RescheduleTask): Promise<Task> {
  return transaction(ctx, async (tx) => {
    const task = await requireTask(tx, id);
    if (task.state === "open" && task.dueLocal === local && task.timeZone === timeZone) return task;
    const due = agreedTime({ local, timeZone });
    if (due.dueAt < tx.now) throw new AppError("invalid_input", { local: "in the past" });
    if (!(await moveTask(tx, { id, ...due }))) throw new AppError("task_closed", { id });
    return requireTask(tx, id);
  });
}
