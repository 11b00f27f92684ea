import { type SqlBool, sql } from "kysely";
import { z } from "zod";
import type { listTouchpoints as listEndpoint, Touchpoint } from "#api/touchpoints.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";
import { planOnce } from "#server/platform/kept-statements.ts";
import { readMerged } from "#server/touchpoints/history-queries.ts";
import { loadKinds } from "#server/touchpoints/load-kinds.ts";
import { readTimeline } from "#server/touchpoints/touchpoint-view.ts";

const Position = z.object({ at: z.iso.datetime({ offset: true }), id: z.uuid() });

/** A page of everything that happened with a contact, including what happened before others were merged into him. */
export async function listTouchpoints(
  ctx: Context,
  { contactId, cursor, limit }: z.output<typeof listEndpoint.input>,
): Promise<{ items: Touchpoint[]; nextCursor: string | null }> {
  return transaction(ctx, async (tx) => {
    const after = readCursor(Position, cursor);
    const [survivor, kinds] = await Promise.all([
      requireContact(tx, contactId, "contacts:read"),
      loadKinds(tx),
      planOnce(tx),
    ]);
    const members = [survivor, ...(await readMerged(tx.db, [survivor])).map(({ id }) => id)];
    const condition = after
      ? sql<SqlBool>`t.contact_id = any(${members}::uuid[])
          and (t.occurred_at, t.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
      : sql<SqlBool>`t.contact_id = any(${members}::uuid[])`;
    const rows = await readTimeline(tx, kinds, { condition, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? writeCursor({ at: last.occurredAt.toISOString(), id: last.id }) : null };
  });
}
