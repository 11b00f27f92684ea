import type { Task } from "#api/tasks.ts";
import { AppError } from "#domain/errors.ts";
import { closeTask } from "#server/call-queue/queries.ts";
import { requireTask } from "#server/call-queue/require-task.ts";
import { type Context, transaction } from "#server/platform/context.ts";

export async function completeTask(ctx: Context, { id }: { id: string }): Promise<Task> {
  return transaction(ctx, async (tx) => {
    await requireTask(tx, id);
    if (!(await closeTask(tx, { id, state: "done", because: "ticked off" }))) throw new AppError("task_closed", { id });
    return requireTask(tx, id);
  });
}
