import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { unmergeContacts as unmergeEndpoint } from "#api/contacts.ts";
import { AppError } from "#domain/errors.ts";
import { requireContact } from "#server/call-queue/require-contact.ts";
import { copyRefusalsSince } from "#server/compliance/queries.ts";
import { viewContact } from "#server/contacts/contact-view.ts";
import {
  countSince,
  endMerge,
  isReserved,
  lockMerge,
  type MergeField,
  movePointsBack,
  standAlone,
} from "#server/contacts/merge-queries.ts";
import { type EditableContact, lockContacts, saveContact } from "#server/contacts/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

type Unmerged = z.output<typeof unmergeEndpoint.output>;

/**
 * Takes a merge apart: both are as before. What has come since stays with the survivor, a field that somebody changed
 * since stays as it is, and both are named; a no that was said since holds for both.
 */
export async function unmergeContacts(
  ctx: Context,
  { id, mergeId }: { id: string; mergeId: string },
): Promise<Unmerged> {
  return transaction(ctx, async (tx) => {
    const survivorId = await requireContact(tx, id, "contacts:merge");
    const merge = await lockMerge(tx, survivorId, mergeId);
    if (!merge) throw new AppError("not_found", { mergeId });
    const { mergedId, before, mergedAt } = merge;
    if (await isReserved(tx, [survivorId, mergedId])) throw new AppError("reserved_by_other");

    const [survivor] = (await lockContacts(tx, [survivorId, mergedId])).filter((each) => each.id === survivorId);
    if (!survivor) throw new AppError("contact_not_found", { contactId: id });
    const { restored, kept } = putBack(survivor, before.fields);
    const since = await countSince(tx, survivorId, merge);
    await saveContact(tx, restored);
    await movePointsBack(tx, before.points, survivorId, mergedId);
    await standAlone(tx, mergedId, survivorId, before.children);
    await copyRefusalsSince(tx, survivorId, mergedId, mergedAt);
    await endMerge(tx, mergeId);
    await refreshStandings(tx, [survivorId, mergedId]);
    return { survivor: await viewContact(tx, survivorId), restoredId: mergedId, kept: { ...since, fields: kept } };
  });
}

function putBack(survivor: EditableContact, fields: readonly MergeField[]) {
  const isUntouched = ({ field, after }: MergeField) =>
    isDeepStrictEqual(JSON.parse(JSON.stringify(survivor[field as keyof EditableContact])), after);
  const untouched = fields.filter(isUntouched);
  const restored = { ...survivor, ...Object.fromEntries(untouched.map(({ field, before }) => [field, before])) };
  return { restored, kept: fields.filter((each) => !isUntouched(each)).map(({ field }) => field) };
}
