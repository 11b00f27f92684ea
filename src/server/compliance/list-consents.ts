import type { ListedConsent, ListPermissions } from "#api/compliance.ts";
import { maskReach } from "#domain/phone-mask.ts";
import { type PageOfPermissions, pageOfPermissions } from "#server/compliance/page-of-permissions.ts";
import { readConsents, readReach } from "#server/compliance/permission-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** The permissions of a person, withdrawn ones too; without a person a page of all. */
export async function listConsents(ctx: Context, input: ListPermissions): Promise<PageOfPermissions<ListedConsent>> {
  return transaction(ctx, async (tx) => {
    if (!input.contactId) {
      return pageOfPermissions(tx, { ...input, table: "consents" }, (ids) => readConsents(tx, { ids }));
    }
    const contactId = await requireContact(tx, input.contactId, "contacts:read");
    const { members, name } = await readReach(tx, contactId);
    const found = await readConsents(tx, { contactIds: members });
    const shown = found.filter(({ withdrawnAt, voidAt }) => !input.standing || !(withdrawnAt ?? voidAt));
    return { items: shown.map((each) => ({ ...maskReach(each), contactName: name })), nextCursor: null };
  });
}
