import { z } from "zod";
import type { ListDecisions, RecordedDecision } from "#api/decisions.ts";
import { AppError } from "#domain/errors.ts";
import { readDecisions } from "#server/compliance/decision-queries.ts";
import { ownersWithinReach } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";

const Position = z.object({ before: z.uuid() });

/** A rep sees what was decided for her own calls, a manager for the team's, a compliance officer everything. */
export async function listDecisions(
  ctx: Context,
  { contactId, userId, cursor, ...wanted }: ListDecisions,
): Promise<{ items: RecordedDecision[]; nextCursor: string | null }> {
  return transaction(ctx, async (tx) => {
    const within = await callersWithin(tx);
    const items = await readDecisions(tx, {
      ...wanted,
      contactIds: contactId ? [contactId] : undefined,
      userIds: userId ? [userId].filter((each) => !within || within.includes(each)) : within,
      before: readCursor(Position, cursor)?.before,
    });
    const last = items.at(-1);
    return { items, nextCursor: last && items.length === wanted.limit ? writeCursor({ before: last.id }) : null };
  });
}

/** One decision, if the reader may see it. */
export async function requireDecision(tx: Context, id: string): Promise<RecordedDecision> {
  const [found] = await readDecisions(tx, { id, userIds: await callersWithin(tx), limit: 1 });
  if (!found) throw new AppError("not_found", { decisionId: id });
  return found;
}

async function callersWithin(tx: Context): Promise<string[] | undefined> {
  const callers = await ownersWithinReach(tx, "decisions:read");
  return callers === "all" ? undefined : callers.filter((userId) => userId !== null);
}
