import { z } from "zod";
import type { ListTasks, Task } from "#api/tasks.ts";
import { readTasks } from "#server/call-queue/task-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { instantInCursor, readCursor, writeCursor } from "#server/platform/cursor.ts";

const Position = z.object({ dueAt: instantInCursor, id: z.uuid() });

/** What I have agreed or planned; with a contact, all that is planned with this person, whoever does it. */
export async function listTasks(
  ctx: Context,
  { contactId, state, dueBefore, limit, cursor }: ListTasks,
): Promise<{ items: Task[]; nextCursor: string | null }> {
  return transaction(ctx, async (tx) => {
    const whose = contactId
      ? { contactIds: [await requireContact(tx, contactId, "contacts:read")] }
      : { ownerId: requireUser(tx) };
    const items = await readTasks(tx, { ...whose, state, dueBefore, limit, after: readCursor(Position, cursor) });
    const last = items.at(-1);
    const isFull = last && items.length === limit;
    return { items, nextCursor: isFull ? writeCursor({ dueAt: last.dueAt, id: last.id }) : null };
  });
}
