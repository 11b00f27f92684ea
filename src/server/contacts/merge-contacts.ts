import type { Contact } from "#api/contacts.ts";
import { AppError } from "#domain/errors.ts";
import { viewContact } from "#server/contacts/contact-view.ts";
import { joinContacts } from "#server/contacts/join-contacts.ts";
import { isReserved } from "#server/contacts/merge-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/**
 * Joins another contact into this one, on somebody's word. The rows of both stay, and with them every refusal, so that
 * the stricter permission of the two holds; a consent is given for a point and stays with the point.
 */
export async function mergeContacts(ctx: Context, { id, otherId }: { id: string; otherId: string }): Promise<Contact> {
  return transaction(ctx, async (tx) => {
    const survivorId = await requireContact(tx, id, "contacts:merge");
    const mergedId = await requireContact(tx, otherId, "contacts:merge");
    if (survivorId === mergedId) throw new AppError("conflict", { reason: "same_contact" });
    if (await isReserved(tx, [survivorId, mergedId])) throw new AppError("reserved_by_other");
    await joinContacts(tx, { survivorId, mergedId, importId: null });
    return viewContact(tx, survivorId);
  });
}
