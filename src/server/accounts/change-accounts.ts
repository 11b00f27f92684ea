import type { z } from "zod";
import type { Account, createAccount as createEndpoint, updateAccount as updateEndpoint } from "#api/accounts.ts";
import { companyKey } from "#domain/contacts/names.ts";
import { AppError } from "#domain/errors.ts";
import { getAccount } from "#server/accounts/get-account.ts";
import { rewordContactsOfAccount } from "#server/contacts/reword-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";

export async function createAccount(ctx: Context, input: z.output<typeof createEndpoint.input>): Promise<Account> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = tx.actor;
    const row = await tx.db
      .insertInto("accounts")
      .values({ ...input, workspaceId, nameKey: companyKey(input.name), createdAt: tx.now, updatedAt: tx.now })
      .onConflict((conflict) => conflict.columns(["workspaceId", "nameKey"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!row) throw new AppError("conflict", { reason: "account_exists", name: input.name });
    return getAccount(tx, row);
  });
}

/** A new name is one by which its people are found from then on. */
export async function updateAccount(
  ctx: Context,
  { id, ...facts }: z.output<typeof updateEndpoint.input>,
): Promise<Account> {
  return transaction(ctx, async (tx) => {
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    if (facts.name !== undefined) await refuseTakenName(tx, id, facts.name);
    const result = await tx.db
      .updateTable("accounts")
      .set({ ...given, ...(facts.name ? { nameKey: companyKey(facts.name) } : {}), updatedAt: tx.now })
      .where("workspaceId", "=", tx.actor.workspaceId)
      .where("id", "=", id)
      .executeTakeFirst();
    if (result.numUpdatedRows === 0n) throw new AppError("not_found", { accountId: id });
    if (facts.name !== undefined) await rewordContactsOfAccount(tx, id, facts.name);
    return getAccount(tx, { id });
  });
}

async function refuseTakenName(tx: Context, id: string, name: string): Promise<void> {
  const taken = await tx.db
    .selectFrom("accounts")
    .select("id")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("nameKey", "=", companyKey(name))
    .where("id", "!=", id)
    .executeTakeFirst();
  if (taken) throw new AppError("conflict", { reason: "account_exists", name });
}
