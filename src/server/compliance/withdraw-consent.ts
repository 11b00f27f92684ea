import type { Consent, WithdrawConsent } from "#api/compliance.ts";
import { endConsents } from "#server/compliance/queries.ts";
import { requireConsent } from "#server/compliance/record-consent.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** The contact takes a permission back; one that was withdrawn already stays withdrawn since then. */
export async function withdrawConsent(ctx: Context, { id, words }: WithdrawConsent): Promise<Consent> {
  return transaction(ctx, async (tx) => {
    const { contactId } = await requireConsent(tx, id);
    await requireContact(tx, contactId, "consents:record");
    await endConsents(tx, [id], "withdrawn", words ? { words } : {});
    await refreshStandings(tx, [contactId]);
    return requireConsent(tx, id);
  });
}
