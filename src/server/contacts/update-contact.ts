import type { Contact, UpdateContact } from "#api/contacts.ts";
import { AppError } from "#domain/errors.ts";
import { voidConsents } from "#server/compliance/queries.ts";
import { checkFacts } from "#server/contacts/check-facts.ts";
import { viewContact } from "#server/contacts/contact-view.ts";
import { accountOf } from "#server/contacts/create-contact.ts";
import { type EditableContact, lockContacts, saveContact } from "#server/contacts/queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** Changes what is given and leaves the rest. With `seenAt` it refuses to write over what somebody else has changed. */
export async function updateContact(ctx: Context, { id, seenAt, ...facts }: UpdateContact): Promise<Contact> {
  return transaction(ctx, async (tx) => {
    const contactId = await requireContact(tx, id, "contacts:write");
    await changeFacts(tx, contactId, facts, seenAt);
    return viewContact(tx, contactId);
  });
}

/** For whoever has made sure that the actor may: a person's own right to be put right needs no other. */
export async function changeFacts(
  tx: Context,
  contactId: string,
  facts: Omit<UpdateContact, "id" | "seenAt">,
  seenAt?: Date,
): Promise<void> {
  const [contact] = await lockContacts(tx, [contactId]);
  if (contact?.state !== "active") throw new AppError("contact_not_found", { contactId });
  if (seenAt && seenAt < contact.updatedAt) throw new AppError("conflict", { reason: "changed_meanwhile" });

  const custom = await checkFacts(tx, facts);
  const after = await changed(tx, contact, facts, custom);
  await saveContact(tx, after);
  if (hasMoved(contact, after)) await voidConsents(tx, { contactIds: [contactId], because: "change_of_job" });
  await refreshStandings(tx, [contactId]);
}

/** What a person agreed to in one job she did not agree to in the next. */
function hasMoved(before: EditableContact, after: EditableContact): boolean {
  return before.accountId !== null && after.accountId !== null && before.accountId !== after.accountId;
}

async function changed(
  tx: Context,
  contact: EditableContact,
  { company, custom: _given, tags, ...facts }: Omit<UpdateContact, "id" | "seenAt">,
  custom: Record<string, unknown>,
): Promise<EditableContact> {
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const values = Object.entries({ ...contact.custom, ...custom }).filter(([, value]) => value !== null);
  return {
    ...contact,
    ...given,
    tags: tags ? [...new Set(tags)] : contact.tags,
    accountId: company === undefined ? contact.accountId : await accountOf(tx, company),
    custom: Object.fromEntries(values),
  };
}
