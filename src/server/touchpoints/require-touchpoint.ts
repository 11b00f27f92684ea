import { type SqlBool, sql } from "kysely";
import type { Touchpoint } from "#api/touchpoints.ts";
import { AppError } from "#domain/errors.ts";
import type { Permission } from "#domain/policy.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import type { Context } from "#server/platform/context.ts";
import { loadKinds } from "#server/touchpoints/load-kinds.ts";
import { readTimeline } from "#server/touchpoints/touchpoint-view.ts";

/** A touchpoint of a contact within reach; refuses as if it were not there otherwise. */
export async function requireTouchpoint(tx: Context, id: string, permission: Permission): Promise<Touchpoint> {
  const condition = sql<SqlBool>`t.id = ${id}::uuid`;
  const [touchpoint] = await readTimeline(tx, await loadKinds(tx), { condition, limit: 1 });
  if (!touchpoint) throw new AppError("not_found", { touchpointId: id });
  await requireContact(tx, touchpoint.contactId, permission);
  return touchpoint;
}
