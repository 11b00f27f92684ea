import type { OfContact, Suppression } from "#api/compliance.ts";
import { maskReach } from "#domain/phone-mask.ts";
import { readReach, readSuppressions } from "#server/compliance/permission-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** Every no of a person and of the numbers and addresses, lifted ones too. */
export async function listSuppressions(ctx: Context, input: OfContact): Promise<{ items: Suppression[] }> {
  return transaction(ctx, async (tx) => {
    const contactId = await requireContact(tx, input.contactId, "contacts:read");
    const { members, phones, emails } = await readReach(tx, contactId);
    const found = await readSuppressions(tx, { contactIds: members, points: [...phones, ...emails] });
    return { items: found.map(maskReach) };
  });
}
