import type { Contact } from "#api/contacts.ts";
import { AppError } from "#domain/errors.ts";
import { viewContact } from "#server/contacts/contact-view.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** One contact. The key of a merged one still answers, with its survivor. */
export async function getContact(ctx: Context, { id }: { id: string }): Promise<Contact> {
  return transaction(ctx, async (tx) => {
    const visible = await visibleContacts(tx, "contacts:read");
    const contact = await tx.db
      .selectFrom("contacts")
      .select(["id", "mergedIntoId"])
      .where("workspaceId", "=", tx.actor.workspaceId)
      .where("id", "=", id)
      .where((eb) => eb.or([eb("mergedIntoId", "is not", null), visible]))
      .executeTakeFirst();
    if (contact?.mergedIntoId) return getContact(tx, { id: contact.mergedIntoId });
    if (!contact) throw new AppError("contact_not_found", { contactId: id });
    return viewContact(tx, contact.id);
  });
}
