import { AppError } from "#domain/errors.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { updateMember } from "#server/team/membership-queries.ts";

export async function reactivateMember(ctx: Context, { userId }: { userId: string }): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    if (!(await updateMember(tx.db, userId, { deactivatedAt: null })))
      throw new AppError("not_found", { member: userId });
    return {};
  });
}
