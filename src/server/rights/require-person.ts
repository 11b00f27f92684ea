import { AppError } from "#domain/errors.ts";
import type { Permission } from "#domain/policy.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";

/**
 * The contact that this id stands for, after merges, in whatever state it is: also of somebody who was archived, or
 * whose import was taken back, something is held.
 */
export async function requirePerson(tx: Context, contactId: string, permission: Permission): Promise<string> {
  const contact = await tx.db
    .selectFrom("contacts")
    .select(["id", "mergedIntoId"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", contactId)
    .where(await visibleContacts(tx, permission))
    .executeTakeFirst();
  if (contact?.mergedIntoId) return requirePerson(tx, contact.mergedIntoId, permission);
  if (!contact) throw new AppError("contact_not_found", { contactId });
  return contact.id;
}
