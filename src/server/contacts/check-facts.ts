import type { UpdateContact } from "#api/contacts.ts";
import { AppError } from "#domain/errors.ts";
import { reachOf } from "#domain/policy.ts";
import { isValidTimeZone } from "#domain/time.ts";
import { valuesOfFields } from "#server/contacts/custom-values.ts";
import type { Context } from "#server/platform/context.ts";

type Facts = Omit<UpdateContact, "id" | "seenAt">;

/** What only the workspace knows of the facts of a contact: its owners, its fields. Answers the values of the fields. */
export async function checkFacts(tx: Context, facts: Facts): Promise<Record<string, unknown>> {
  if (facts.timeZone && !isValidTimeZone(facts.timeZone)) {
    throw new AppError("invalid_input", { problems: [{ field: "timeZone", message: "time_zone_unknown" }] });
  }
  if (facts.ownerId !== undefined) await checkOwner(tx, facts.ownerId);
  return facts.custom ? valuesOfFields(tx, facts.custom) : {};
}

/** Who may not assign contacts may still take one for himself, or let go of his own. */
export async function checkOwner(tx: Context, ownerId: string | null): Promise<void> {
  if (ownerId !== null && ownerId !== tx.actor.userId && !reachOf(tx.actor, "contacts:assign")) {
    throw new AppError("permission_denied", { permission: "contacts:assign" });
  }
  if (ownerId === null) return;
  const member = await tx.db
    .selectFrom("memberships")
    .select("userId")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("userId", "=", ownerId)
    .where("deactivatedAt", "is", null)
    .executeTakeFirst();
  if (!member) throw new AppError("invalid_input", { problems: [{ field: "ownerId", message: "not_a_member" }] });
}
