import type { z } from "zod";
import type { Account, updateAccount as endpoint } from "#api/accounts.ts";
import { companyKey } from "#domain/contacts/names.ts";
import { AppError } from "#domain/errors.ts";
import { getAccount } from "#server/accounts/get-account.ts";
import { isAccountName, updateAccountRow } from "#server/accounts/queries.ts";
import { rewordContactsOfAccount } from "#server/contacts/reword-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** An account whose people are all beyond one's reach is somebody else's to change. */
export async function updateAccount(
  ctx: Context,
  { id, name, ...facts }: z.output<typeof endpoint.input>,
): Promise<Account> {
  return transaction(ctx, async (tx) => {
    const account = await getAccount(tx, { id });
    if (account.persons.length === 0 && account.hidden > 0) throw new AppError("permission_denied", { accountId: id });
    const nameKey = name === undefined ? undefined : companyKey(name);
    if (nameKey !== undefined && (await isAccountName(tx.db, nameKey, id))) {
      throw new AppError("conflict", { reason: "account_exists", name });
    }
    await updateAccountRow(tx.db, id, {
      ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
      ...(name !== undefined && nameKey !== undefined && { name, nameKey }),
      updatedAt: tx.now,
    });
    if (name !== undefined && name !== account.name) await rewordContactsOfAccount(tx, id, name);
    return getAccount(tx, { id });
  });
}
