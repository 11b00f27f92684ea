import type { SavedView } from "#api/contact-views.ts";
import { readViews } from "#server/contact-views/queries.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

export async function listViews(ctx: Context): Promise<{ items: SavedView[] }> {
  return transaction(ctx, async (tx) => ({ items: await readViews(tx.db, requireUser(tx)) }));
}
