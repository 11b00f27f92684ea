import type { z } from "zod";
import type { saveView as endpoint, SavedView } from "#api/contact-views.ts";
import { AppError } from "#domain/errors.ts";
import { countViews, ownViewsMax, upsertView } from "#server/contact-views/queries.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

export async function saveView(
  ctx: Context,
  { name, shared, query }: z.output<typeof endpoint.input>,
): Promise<SavedView> {
  return transaction(ctx, async (tx) => {
    const userId = requireUser(tx);
    if ((await countViews(tx.db, userId)) >= ownViewsMax) {
      throw new AppError("conflict", { reason: "too_many_views", max: ownViewsMax });
    }
    const kept = Object.entries(query).flatMap(([field, value]) => (value ? [[field, value]] : []));
    const { workspaceId } = tx.actor;
    return upsertView(tx.db, { workspaceId, userId, name, shared, query: Object.fromEntries(kept), createdAt: tx.now });
  });
}
