import { z } from "zod";
import type { ListRequests, PersonRequest, PersonRequestWithHistory } from "#api/person-requests.ts";
import { daysAfter, localDay } from "#domain/time.ts";
import { ownersWithinReach } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";
import { countOpen, readRequests } from "#server/rights/request-queries.ts";
import { viewRequest, viewWithHistory } from "#server/rights/request-view.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

const Position = z.object({ at: z.string(), id: z.uuid() });
const soonDays = 7;

export async function listRequests(
  ctx: Context,
  { state, contactId, limit, cursor }: ListRequests,
): Promise<{ items: PersonRequest[]; nextCursor: string | null }> {
  return transaction(ctx, async (tx) => {
    const { timeZone } = await loadWorkspace(tx);
    const owners = await ownersWithinReach(tx, "rights:read");
    const rows = await readRequests(tx, { state, contactId, owners, limit, after: readCursor(Position, cursor) });
    const last = rows.at(-1);
    const at = last && (last.closedAt?.toISOString() ?? last.answerBy);
    return {
      items: rows.map((row) => viewRequest(row, localDay(tx.now, timeZone))),
      nextCursor: last && at && rows.length === limit ? writeCursor({ at, id: last.id }) : null,
    };
  });
}

export async function getRequest(ctx: Context, { id }: { id: string }): Promise<PersonRequestWithHistory> {
  return transaction(ctx, async (tx) => viewWithHistory(tx, id, (await loadWorkspace(tx)).timeZone));
}

export async function countRequests(ctx: Context): Promise<{ open: number; soon: number; overdue: number }> {
  return transaction(ctx, async (tx) => {
    const today = localDay(tx.now, (await loadWorkspace(tx)).timeZone);
    return countOpen(tx, { today, soon: daysAfter(today, soonDays) });
  });
}
