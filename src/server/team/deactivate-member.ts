import { AppError } from "#domain/errors.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { keepAnAdmin } from "#server/team/change-member.ts";
import { updateMember } from "#server/team/membership-queries.ts";

/** At once: every request asks whether the member is still one, keys included. What the member did stays. */
export async function deactivateMember(ctx: Context, { userId }: { userId: string }): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    await keepAnAdmin(tx, userId);
    if (!(await updateMember(tx.db, userId, { deactivatedAt: tx.now }))) {
      throw new AppError("not_found", { member: userId });
    }
    return {};
  });
}
