import type { z } from "zod";
import type { addPoint as addPointEndpoint, updatePoint as updatePointEndpoint } from "#api/contact-points.ts";
import type { Contact } from "#api/contacts.ts";
import { AppError } from "#domain/errors.ts";
import { viewContact } from "#server/contacts/contact-view.ts";
import { findMatches } from "#server/contacts/find-matches.ts";
import { lockContacts, savePoint } from "#server/contacts/queries.ts";
import { countryOfAccount, readNewPoints } from "#server/contacts/read-new-points.ts";
import { keysOf, orDuplicate, visibleIds } from "#server/contacts/refuse-duplicate.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { insertPoints } from "#server/contacts/write-people.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** Adds a number, address or profile. One that is somebody else's by the rule of matching is refused: merge them. */
export async function addPoint(ctx: Context, input: z.output<typeof addPointEndpoint.input>): Promise<Contact> {
  return transaction(ctx, async (tx) => {
    const contactId = await requireContact(tx, input.id, "contacts:write");
    const [contact] = await lockContacts(tx, [contactId]);
    if (!contact) throw new AppError("contact_not_found", { contactId });
    const accountCountry = await countryOfAccount(tx, contact.accountId);
    const [point] = await readNewPoints(tx, [input], { country: contact.country, accountCountry });
    if (!point) throw new AppError("invalid_input");

    const [match] = await findMatches(tx, [keysOf({ name: contact.fullName, company: null, points: [point] })]);
    if (match?.found === "one" && match.contactId === contactId) return viewContact(tx, contactId);
    if (match?.found === "one") {
      const contactIds = await visibleIds(tx, [match.contactId]);
      throw new AppError("conflict", {
        reason: "same_person",
        by: match.by,
        contactIds,
        hidden: 1 - contactIds.length,
      });
    }
    const row = {
      ...point,
      workspaceId: tx.actor.workspaceId,
      contactId,
      position: 0,
      importId: null,
      createdAt: tx.now,
    };
    await orDuplicate(() => insertPoints(tx.db, [row]));
    await refreshStandings(tx, [contactId]);
    return viewContact(tx, contactId);
  });
}

/** Changes label or line, or says that a point is wrong or no longer used. It stays in the record. */
export async function updatePoint(
  ctx: Context,
  { id, pointId, label, line, state }: z.output<typeof updatePointEndpoint.input>,
): Promise<Contact> {
  return transaction(ctx, async (tx) => {
    const contactId = await requireContact(tx, id, "contacts:write");
    const changes = {
      ...(label === undefined ? {} : { label }),
      ...(line === undefined ? {} : { line }),
      ...(state === undefined ? {} : { state }),
    };
    if (Object.keys(changes).length === 0) return viewContact(tx, contactId);
    const isThere = await orDuplicate(() => savePoint(tx, contactId, pointId, changes));
    if (!isThere) throw new AppError("not_found", { pointId });
    await refreshStandings(tx, [contactId]);
    return viewContact(tx, contactId);
  });
}
