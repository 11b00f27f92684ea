import type { Consent, RecordConsent } from "#api/compliance.ts";
import { AppError } from "#domain/errors.ts";
import { maskReach } from "#domain/phone-mask.ts";
import { readConsents } from "#server/compliance/permission-queries.ts";
import { insertConsents } from "#server/compliance/queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** Writes down a permission that the contact gave, in the words used and with the witness. */
export async function recordConsent(ctx: Context, input: RecordConsent): Promise<Consent> {
  return transaction(ctx, async (tx) => {
    const { witness, point, givenAt = tx.now, expiresAt, ...rest } = input;
    if (givenAt > tx.now) throw new AppError("invalid_input", { givenAt: "in the future" });
    const contactId = await requireContact(tx, input.contactId, "consents:record");
    const evidence = { ...(witness ? { witness } : {}), ...(tx.actor.userId ? { recordedBy: tx.actor.userId } : {}) };
    const [id = ""] = await insertConsents(tx, [
      { ...rest, contactId, point: point ?? null, givenAt, expiresAt: expiresAt ?? null, evidence },
    ]);
    await refreshStandings(tx, [contactId]);
    return requireConsent(tx, id);
  });
}

export async function requireConsent(tx: Context, id: string): Promise<Consent> {
  const [consent] = await readConsents(tx, { id });
  if (!consent) throw new AppError("not_found", { consentId: id });
  return maskReach(consent);
}
