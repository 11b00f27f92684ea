import { z } from "zod";
import type { Attempt, ListAttempts } from "#api/attempts.ts";
import { readAttempts } from "#server/call-queue/attempt-queries.ts";
import { masked } from "#server/call-queue/mask-attempt.ts";
import { readReach } from "#server/compliance/permission-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { instantInCursor, readCursor, writeCursor } from "#server/platform/cursor.ts";

const Position = z.object({ startedAt: instantInCursor, id: z.uuid() });

/** Calls, newest first: a contact's, or one's own. Numbers are masked for those who may not see them at any time. */
export async function listAttempts(
  ctx: Context,
  { contactId, limit, cursor }: ListAttempts,
): Promise<{ items: Attempt[]; nextCursor: string | null }> {
  return transaction(ctx, async (tx) => {
    const whose = contactId
      ? { contactIds: (await readReach(tx, await requireContact(tx, contactId, "contacts:read"))).members }
      : { userId: requireUser(tx) };
    const found = await readAttempts(tx, { ...whose, limit, before: readCursor(Position, cursor) });
    const last = found.at(-1);
    const isFull = last && found.length === limit;
    return {
      items: found.map(masked),
      nextCursor: isFull ? writeCursor({ startedAt: last.startedAt, id: last.id }) : null,
    };
  });
}
