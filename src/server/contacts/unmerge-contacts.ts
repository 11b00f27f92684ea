import type { z } from "zod";
import type { unmergeContacts as unmergeEndpoint } from "#api/contact-matches.ts";
import { AppError } from "#domain/errors.ts";
import { copyRefusalsSince } from "#server/compliance/queries.ts";
import { viewContact } from "#server/contacts/contact-view.ts";
import { separateContacts } from "#server/contacts/join-contacts.ts";
import { countSince, findMerge, isReserved } from "#server/contacts/merge-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
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
    const merge = await findMerge(tx, survivorId, mergeId);
    if (!merge) throw new AppError("not_found", { mergeId });
    if (await isReserved(tx, [survivorId, merge.mergedId])) throw new AppError("reserved_by_other");

    const since = await countSince(tx, survivorId, merge);
    const { restoredId, kept } = await separateContacts(tx, mergeId);
    await copyRefusalsSince(tx, survivorId, restoredId, merge.mergedAt);
    await refreshStandings(tx, [restoredId]);
    return { survivor: await viewContact(tx, survivorId), restoredId, kept: { ...since, fields: kept } };
  });
}
