import { updatePoint } from "#server/contacts/change-points.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/**
 * The invented people gave the numbers of their offices. Of a number that may be a mobile the law of some countries
 * wants a fresh copy of the do-not-call list, also where a business has it.
 */
export async function markOfficeLines(ctx: Context): Promise<void> {
  const points = await transaction(ctx, ({ db, actor }) =>
    db
      .selectFrom("contactPoints")
      .select(["id as pointId", "contactId as id"])
      .where("workspaceId", "=", actor.workspaceId)
      .where("kind", "=", "phone")
      .where("state", "=", "active")
      .where("line", "is", null)
      .execute(),
  );
  for (const point of points) await updatePoint(ctx, { ...point, line: "landline" });
}
