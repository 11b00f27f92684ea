import type { Contact } from "#api/contacts.ts";
import { AppError } from "#domain/errors.ts";
import { cancelOpenWork } from "#server/call-queue/queries.ts";
import { viewContact } from "#server/contacts/contact-view.ts";
import { lockContacts, saveContact, takePointsBack, withdrawPoints } from "#server/contacts/queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** Takes a contact out of lists and queues. The record stays; numbers and addresses are free for whoever comes next. */
export async function archiveContact(ctx: Context, { id }: { id: string }): Promise<Contact> {
  return transaction(ctx, async (tx) => {
    const contactId = await requireContact(tx, id, "contacts:write");
    const [contact] = await lockContacts(tx, [contactId]);
    if (contact?.state !== "active") throw new AppError("contact_not_found", { contactId });
    await withdrawPoints(tx, contactId);
    await saveContact(tx, { ...contact, state: "withdrawn", archivedAt: tx.now });
    await cancelOpenWork(tx, [contactId], "archived");
    await refreshStandings(tx, [contactId]);
    return viewContact(tx, contactId);
  });
}

/** Takes an archived contact back, with those points that nobody else has taken meanwhile. */
export async function restoreContact(ctx: Context, { id }: { id: string }): Promise<Contact> {
  return transaction(ctx, async (tx) => {
    const visible = await tx.db
      .selectFrom("contacts")
      .select("id")
      .where("workspaceId", "=", tx.actor.workspaceId)
      .where("id", "=", id)
      .where(await visibleContacts(tx, "contacts:write"))
      .executeTakeFirst();
    const [contact] = visible ? await lockContacts(tx, [id]) : [];
    if (!contact?.archivedAt || contact.state !== "withdrawn")
      throw new AppError("contact_not_found", { contactId: id });
    await takePointsBack(tx, id, contact.archivedAt);
    await saveContact(tx, { ...contact, state: "active", archivedAt: null });
    await refreshStandings(tx, [id]);
    return viewContact(tx, id);
  });
}
