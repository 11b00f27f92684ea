import type { Contact } from "#api/contacts.ts";
import { joinFacts } from "#domain/contacts/join-facts.ts";
import { AppError } from "#domain/errors.ts";
import { requireContact } from "#server/call-queue/require-contact.ts";
import { viewContact } from "#server/contacts/contact-view.ts";
import {
  insertMerge,
  isReserved,
  type MergeField,
  movePoints,
  pointAtSurvivor,
} from "#server/contacts/merge-queries.ts";
import { type EditableContact, lockContacts, saveContact } from "#server/contacts/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** Joins another contact into this one, on somebody's word. */
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

/**
 * The merge itself. The points move; the histories are joined by `merged_into_id`, and with them every refusal, so
 * that the stricter permission of the two holds. A consent is given for a point and goes where the point goes.
 */
export async function joinContacts(
  tx: Context,
  { survivorId, mergedId, importId }: { survivorId: string; mergedId: string; importId: string | null },
): Promise<void> {
  const locked = await lockContacts(tx, [survivorId, mergedId]);
  const survivor = locked.find(({ id }) => id === survivorId);
  const merged = locked.find(({ id }) => id === mergedId);
  if (survivor?.state !== "active" || merged?.state !== "active") throw new AppError("contact_not_found");

  const joined = joinFacts(survivor, merged);
  const fields = differences(survivor, joined);
  const points = await movePoints(tx, mergedId, survivorId);
  const children = await pointAtSurvivor(tx, mergedId, survivorId);
  await saveContact(tx, joined);
  await insertMerge(tx, { survivorId, mergedId, importId, before: { fields, points, children } });
  await refreshStandings(tx, [survivorId, mergedId]);
}

function differences(before: EditableContact, after: EditableContact): MergeField[] {
  return (Object.keys(before) as (keyof EditableContact)[])
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
