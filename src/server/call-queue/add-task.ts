import type { AddTask, Task } from "#api/tasks.ts";
import { AppError } from "#domain/errors.ts";
import { insertTask } from "#server/call-queue/queries.ts";
import { agreedTime, requireTask } from "#server/call-queue/require-task.ts";
import { readClosed } from "#server/compliance/permission-queries.ts";
import { lockPerson } from "#server/compliance/queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

/** Plans something with a contact, for oneself. */
export async function addTask(ctx: Context, input: AddTask): Promise<Task> {
  return transaction(ctx, async (tx) => {
    const contactId = await requireContact(tx, input.contactId, "calls:make");
    // Nothing is planned with a person who has said no; locked, so that a no of this moment is seen.
    await lockPerson(tx, contactId);
    const [closed] = await readClosed(tx, [contactId]);
    if (closed) throw new AppError("call_not_allowed", { contactId: closed });
    const due = agreedTime(input);
    if (due.dueAt < tx.now) throw new AppError("invalid_input", { local: "in the past" });
    const { kind, title, durationMinutes = null, subject = null } = input;
    const ownerId = requireUser(tx);
    const rest = { alternative: null, attemptId: null, subject };
    const id = await insertTask(tx, { ...due, ...rest, contactId, ownerId, kind, title, durationMinutes });
    return requireTask(tx, id);
  });
}
