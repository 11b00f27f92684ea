import type { z } from "zod";
import type { Account, createAccount as endpoint } from "#api/accounts.ts";
import { companyKey } from "#domain/contacts/names.ts";
import { AppError } from "#domain/errors.ts";
import { getAccount } from "#server/accounts/get-account.ts";
import { insertAccount } from "#server/accounts/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";

export async function createAccount(ctx: Context, input: z.output<typeof endpoint.input>): Promise<Account> {
  const { name, domain = null, country = null, region = null, place = null } = input;
  return transaction(ctx, async (tx) => {
    const id = await insertAccount(tx.db, {
      ...{ name, domain, country, region, place },
      nameKey: companyKey(name),
      workspaceId: tx.actor.workspaceId,
      createdAt: tx.now,
      updatedAt: tx.now,
    });
    if (!id) throw new AppError("conflict", { reason: "account_exists", name });
    return getAccount(tx, { id });
  });
}
