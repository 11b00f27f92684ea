import type { z } from "zod";
import type { changeView as endpoint, SavedView } from "#api/contact-views.ts";
import { AppError } from "#domain/errors.ts";
import { isViewName, updateViewRow } from "#server/contact-views/queries.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

export async function changeView(
  ctx: Context,
  { id, name, shared }: z.output<typeof endpoint.input>,
): Promise<SavedView> {
  return transaction(ctx, async (tx) => {
    const userId = requireUser(tx);
    if (name !== undefined && (await isViewName(tx.db, { userId, name, except: id }))) {
      throw new AppError("conflict", { reason: "view_exists", name });
    }
    const changes = { ...(name !== undefined && { name }), ...(shared !== undefined && { shared }) };
    const view = await updateViewRow(tx.db, { id, userId }, changes);
    if (!view) throw new AppError("not_found", { viewId: id });
    return view;
  });
}
