import type { Account } from "#api/accounts.ts";
import { AppError } from "#domain/errors.ts";
import { accountRow } from "#server/accounts/account-row.ts";
import { readAccountTouches } from "#server/accounts/account-touches.ts";
import { countHidden, readAccounts, readWarmestPeople } from "#server/accounts/queries.ts";
import { loadContactRows } from "#server/contacts/contact-rows.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadKinds } from "#server/touchpoints/load-kinds.ts";

const peopleShownMax = 100;
const touchesMax = 20;

export async function getAccount(ctx: Context, { id }: { id: string }): Promise<Account> {
  return transaction(ctx, async (tx) => {
    const isVisible = await visibleContacts(tx, "contacts:read", "s.owner_id");
    const [account] = await readAccounts(tx, { limit: 1, ids: [id] });
    if (!account) throw new AppError("not_found", { accountId: id });
    const kinds = [...(await loadKinds(tx)).values()].filter(({ direction }) => direction !== "context");
    return {
      ...accountRow(account),
      createdAt: account.createdAt,
      updatedAt: account.updatedAt,
      persons: await loadContactRows(
        tx,
        await readWarmestPeople(tx, { accountId: id, limit: peopleShownMax }, isVisible),
      ),
      hidden: await countHidden(tx, id, isVisible),
      touches: await readAccountTouches(tx, {
        accountId: id,
        kinds: kinds.map(({ slug }) => slug),
        limit: touchesMax,
        perPerson: touchesMax,
      }),
    };
  });
}
