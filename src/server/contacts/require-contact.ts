import { AppError } from "#domain/errors.ts";
import type { Permission } from "#domain/policy.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";

/** The active contact that this id stands for, after merges; refuses what is not there or out of reach. */
export async function requireContact(tx: Context, contactId: string, permission: Permission): Promise<string> {
  const contact = await tx.db
    .selectFrom("contacts")
    .select(["id", "mergedIntoId", "state"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", contactId)
    .where(await visibleContacts(tx, permission))
    .executeTakeFirst();
  if (contact?.mergedIntoId) return requireContact(tx, contact.mergedIntoId, permission);
  if (contact?.state !== "active") throw new AppError("contact_not_found", { contactId });
  return contact.id;
}
