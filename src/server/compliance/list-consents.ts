import type { Consent, OfContact } from "#api/compliance.ts";
import { maskReach } from "#domain/phone-mask.ts";
import { readConsents, readReach } from "#server/compliance/permission-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";

export async function listConsents(ctx: Context, input: OfContact): Promise<{ items: Consent[] }> {
  return transaction(ctx, async (tx) => {
    const contactId = await requireContact(tx, input.contactId, "contacts:read");
    const { members } = await readReach(tx, contactId);
    return { items: (await readConsents(tx, { contactIds: members })).map(maskReach) };
  });
}
