import type { ColleagueTouch } from "#api/contacts.ts";
import type { KindTable } from "#domain/touchpoints/kinds.ts";
import { readAccountTouches } from "#server/accounts/account-touches.ts";
import { type Context, transaction } from "#server/platform/context.ts";

const colleaguesMax = 10;

/** The last reply or meeting with each of a contact's colleagues: a way in, and never a contact with this person. */
export async function colleagueTouches(
  ctx: Context,
  { contactId, accountId }: { contactId: string; accountId: string | null },
  kindTable: KindTable,
): Promise<ColleagueTouch[]> {
  if (!accountId) return [];
  return transaction(ctx, async (tx) => {
    const kinds = [...kindTable.values()].filter(({ direction }) => direction === "contact" || direction === "mutual");
    const touches = await readAccountTouches(tx, {
      accountId,
      exceptId: contactId,
      kinds: kinds.map(({ slug }) => slug),
      limit: colleaguesMax,
      perPerson: 1,
    });
    return touches.map(({ contactId: id, ownerName, name, kind, at, temperature }) => ({
      contactId: id,
      ...{ ownerName, name, kind, at, temperature },
    }));
  });
}
