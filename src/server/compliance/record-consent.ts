import type { Consent, RecordConsent } from "#api/compliance.ts";
import { AppError } from "#domain/errors.ts";
import { maskReach } from "#domain/phone-mask.ts";
import { readConsents } from "#server/compliance/permission-queries.ts";
import { insertConsents, type NewConsent } from "#server/compliance/queries.ts";
import { readPoint } from "#server/compliance/read-point.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** Writes down a permission that the contact gave, in the words used and with the witness. */
export async function recordConsent(ctx: Context, input: RecordConsent): Promise<Consent> {
  return transaction(ctx, async (tx) => {
    const { givenAt = tx.now } = input;
    if (givenAt > tx.now) throw new AppError("invalid_input", { givenAt: "in the future" });
    const contactId = await requireContact(tx, input.contactId, "consents:record");
    const [id = ""] = await insertConsents(tx, [rowOf(tx, input, contactId, givenAt)]);
    await refreshStandings(tx, [contactId]);
    return requireConsent(tx, id);
  });
}

function rowOf(tx: Context, input: RecordConsent, contactId: string, givenAt: Date): NewConsent {
  const { channels, purpose, form, words, witness, point, givenBy = "contact" } = input;
  const { expiresAt = null, names = null, technology = null, subject = null, times = null, ongoing = null } = input;
  return {
    ...{ contactId, channels, purpose, form, words, givenBy, givenAt },
    ...{ expiresAt, names, technology, subject, times, ongoing },
    point: point === undefined ? null : readPoint(point),
    evidence: { ...(witness ? { witness } : {}), ...(tx.actor.userId ? { recordedBy: tx.actor.userId } : {}) },
  };
}

export async function requireConsent(tx: Context, id: string): Promise<Consent> {
  const [consent] = await readConsents(tx, { ids: [id] });
  if (!consent) throw new AppError("not_found", { consentId: id });
  return maskReach(consent);
}
