import type { Account } from "#api/accounts.ts";
import { AppError } from "#domain/errors.ts";
import { accountTouches } from "#server/accounts/account-touches.ts";
import { loadAccountRows, peopleOf } from "#server/accounts/account-warmth.ts";
import { loadContactRows } from "#server/contacts/contact-rows.ts";
import { type Context, transaction } from "#server/platform/context.ts";

const personsMax = 200;

/** One account with its people and what happened with them last. */
export async function getAccount(ctx: Context, { id }: { id: string }): Promise<Account> {
  return transaction(ctx, async (tx) => {
    const stored = await tx.db
      .selectFrom("accounts")
      .select(["createdAt", "updatedAt"])
      .where("workspaceId", "=", tx.actor.workspaceId)
      .where("id", "=", id)
      .executeTakeFirst();
    const [row] = await loadAccountRows(tx, [id]);
    if (!stored || !row) throw new AppError("not_found", { accountId: id });
    const { ids, hidden } = await peopleOf(tx, id, personsMax);
    return {
      ...row,
      ...stored,
      persons: await loadContactRows(tx, ids),
      hidden,
      touches: await accountTouches(tx, id),
    };
  });
}
