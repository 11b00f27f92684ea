import type { ContactPoint } from "#api/contacts.ts";
import { readAllPoints } from "#server/contacts/contact-view.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { recordAccess } from "#server/team/record-access.ts";

/** Numbers and addresses in full, for whoever may see them outside of an attempt; that he did is written down. */
export async function revealContact(ctx: Context, { id }: { id: string }): Promise<{ points: ContactPoint[] }> {
  return transaction(ctx, async (tx) => {
    const contactId = await requireContact(tx, id, "numbers:reveal");
    const points = await readAllPoints(tx, contactId);
    await recordAccess(tx, { action: "reveal", contactId, details: { points: points.map((point) => point.id) } });
    return { points: points.map((point) => ({ ...point, masked: false })) };
  });
}
