import type { ListedSuppression, ListPermissions } from "#api/compliance.ts";
import { maskReach } from "#domain/phone-mask.ts";
import { type PageOfPermissions, pageOfPermissions } from "#server/compliance/page-of-permissions.ts";
import { readReach, readSuppressions } from "#server/compliance/permission-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** Every no of a person and of the numbers and addresses, lifted ones too; without a person a page of all. */
export async function listSuppressions(
  ctx: Context,
  input: ListPermissions,
): Promise<PageOfPermissions<ListedSuppression>> {
  return transaction(ctx, async (tx) => {
    if (!input.contactId) {
      return pageOfPermissions(tx, { ...input, table: "suppressions" }, (ids) => readSuppressions(tx, { ids }));
    }
    const contactId = await requireContact(tx, input.contactId, "contacts:read");
    const { members, phones, emails, name } = await readReach(tx, contactId);
    const found = await readSuppressions(tx, { contactIds: members, points: [...phones, ...emails] });
    const shown = found.filter(({ endedAt }) => !input.standing || endedAt === null);
    return { items: shown.map((each) => ({ ...maskReach(each), contactName: name })), nextCursor: null };
  });
}
