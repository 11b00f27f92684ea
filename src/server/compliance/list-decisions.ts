import { z } from "zod";
import type { ListDecisions, RecordedDecision } from "#api/decisions.ts";
import { readDecisions } from "#server/compliance/decision-queries.ts";
import { ownersWithinReach } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";

const Position = z.object({ before: z.uuid() });

/** A rep sees what was decided for her own calls, a manager for the team's, a compliance officer everything. */
export async function listDecisions(
  ctx: Context,
  { contactId, limit, cursor }: ListDecisions,
): Promise<{ items: RecordedDecision[]; nextCursor: string | null }> {
  return transaction(ctx, async (tx) => {
    const items = await readDecisions(tx, {
      contactIds: contactId ? [contactId] : undefined,
      userIds: await callersWithin(tx),
      before: readCursor(Position, cursor)?.before,
      limit,
    });
    const last = items.at(-1);
    return { items, nextCursor: last && items.length === limit ? writeCursor({ before: last.id }) : null };
  });
}

async function callersWithin(tx: Context): Promise<string[] | undefined> {
  const callers = await ownersWithinReach(tx, "decisions:read");
  return callers === "all" ? undefined : callers.filter((userId) => userId !== null);
}
