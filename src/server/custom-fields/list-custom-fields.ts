import type { CustomField } from "#api/custom-fields.ts";
import { readCustomFields } from "#server/custom-fields/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** In the order of forms, archived ones too: contacts keep what they have in them. */
export async function listCustomFields(ctx: Context): Promise<{ items: CustomField[] }> {
  return transaction(ctx, async (tx) => ({ items: await readCustomFields(tx.db) }));
}
