import { AppError } from "#domain/errors.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { markRevoked } from "#server/team/invitation-queries.ts";

export async function revokeInvitation(ctx: Context, { id }: { id: string }): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    if (!(await markRevoked(tx.db, { id }, tx.now))) throw new AppError("not_found", { invitation: id });
    return {};
  });
}
