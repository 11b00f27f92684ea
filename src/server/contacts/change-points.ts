import type { z } from "zod";
import type { addPoint as addPointEndpoint, updatePoint as updatePointEndpoint } from "#api/contact-points.ts";
import type { Contact } from "#api/contacts.ts";
import { AppError } from "#domain/errors.ts";
import { voidConsents } from "#server/compliance/queries.ts";
import { readAllPoints, viewContact } from "#server/contacts/contact-view.ts";
import { findMatches } from "#server/contacts/find-matches.ts";
import { lockContacts, type PointChanges, savePoint } from "#server/contacts/queries.ts";
import { countryOfAccount, readNewPoints } from "#server/contacts/read-new-points.ts";
import { keysOf, orDuplicate, visibleIds } from "#server/contacts/refuse-duplicate.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { insertPoints } from "#server/contacts/write-people.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refuseErased } from "#server/rights/refuse-erased.ts";
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

    await refuseErased(tx, { name: contact.fullName, points: [point] });
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

/**
 * Changes what is known of a point, or says that it is wrong or no longer used; it stays in the record. What the earlier
 * owner of a reassigned number had agreed to holds no longer.
 */
export async function updatePoint(ctx: Context, input: UpdatePoint): Promise<Contact> {
  return transaction(ctx, async (tx) => {
    const { pointId, reassigned } = input;
    const contactId = await requireContact(tx, input.id, "contacts:write");
    if (reassigned && reassigned.checkedAt > tx.now)
      throw new AppError("invalid_input", { checkedAt: "in the future" });
    const changes = changesOf(input);
    if (Object.keys(changes).length === 0) return viewContact(tx, contactId);
    const isThere = await orDuplicate(() => savePoint(tx, contactId, pointId, changes));
    if (!isThere) throw new AppError("not_found", { pointId });
    if (reassigned?.answer === "yes") await voidOfPoint(tx, contactId, pointId);
    await refreshStandings(tx, [contactId]);
    return viewContact(tx, contactId);
  });
}

type UpdatePoint = z.output<typeof updatePointEndpoint.input>;

function changesOf({ label, line, directory, emailKind, reassigned, state }: UpdatePoint): PointChanges {
  const { checkedAt: reassignedCheckedAt, answer: reassignedAnswer } = reassigned ?? {};
  const all = { label, line, directory, emailKind, state, reassignedCheckedAt, reassignedAnswer };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

async function voidOfPoint(tx: Context, contactId: string, pointId: string): Promise<void> {
  const points = await readAllPoints(tx, contactId);
  const point = points.find(({ id }) => id === pointId)?.value;
  if (point) await voidConsents(tx, { contactIds: [contactId], point, because: "number_reassigned" });
}
