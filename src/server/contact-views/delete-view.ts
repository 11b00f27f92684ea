import { AppError } from "#domain/errors.ts";
import { deleteViewRow } from "#server/contact-views/queries.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

export async function deleteView(ctx: Context, { id }: { id: string }): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    const wasThere = await deleteViewRow(tx.db, { id, userId: requireUser(tx) });
    if (!wasThere) throw new AppError("not_found", { viewId: id });
    return {};
  });
}
