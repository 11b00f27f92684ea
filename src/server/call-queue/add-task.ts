import type { AddTask, Task } from "#api/tasks.ts";
import { AppError } from "#domain/errors.ts";
import { insertTask } from "#server/call-queue/queries.ts";
import { agreedTime, requireTask } from "#server/call-queue/require-task.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

/** Plans something with a contact, for oneself. */
export async function addTask(ctx: Context, input: AddTask): Promise<Task> {
  return transaction(ctx, async (tx) => {
    const contactId = await requireContact(tx, input.contactId, "calls:make");
    const due = agreedTime(input);
    if (due.dueAt < tx.now) throw new AppError("invalid_input", { local: "in the past" });
    const { kind, title, durationMinutes = null } = input;
    const ownerId = requireUser(tx);
    const rest = { alternative: null, attemptId: null };
    const id = await insertTask(tx, { ...due, ...rest, contactId, ownerId, kind, title, durationMinutes });
    return requireTask(tx, id);
  });
}
