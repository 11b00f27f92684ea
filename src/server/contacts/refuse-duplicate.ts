import type { ReadPoint } from "#domain/contacts/points.ts";
import { AppError } from "#domain/errors.ts";
import { findMatches } from "#server/contacts/find-matches.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";

type Person = { name: string; company: string | null; points: readonly ReadPoint[] };

/**
 * Refuses a person whom there is already, by the same rule as every import, and names him to whoever may see him.
 * A mere likeness of name and company is a question, which `allowAlike` answers.
 */
export async function refuseDuplicate(tx: Context, person: Person, allowAlike: boolean): Promise<void> {
  const [match] = await findMatches(tx, [keysOf(person)]);
  if (!match || match.found === "none" || (match.found === "perhaps" && allowAlike)) return;
  const ids = match.found === "one" ? [match.contactId, ...match.alsoIds] : match.contactIds;
  const visible = await visibleIds(tx, ids);
  const reason = match.found === "perhaps" ? "alike" : "same_person";
  throw new AppError("conflict", {
    reason,
    ...(match.found === "one" ? { by: match.by } : {}),
    contactIds: visible,
    hidden: ids.length - visible.length,
  });
}

export function keysOf({ name, company, points }: Person) {
  const values = (kind: ReadPoint["kind"]) => points.filter((each) => each.kind === kind).map(({ value }) => value);
  return {
    name,
    company,
    emails: values("email"),
    phones: values("phone"),
    profiles: values("profile"),
    externalIds: [],
  };
}

export async function visibleIds(tx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .selectFrom("contacts")
    .select("id")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "in", [...ids])
    .where(await visibleContacts(tx, "contacts:read"))
    .execute();
  return rows.map(({ id }) => id);
}

const uniqueViolation = "23505";

/** Two who add the same address at once: the second meets the unique index, and hears the same as if he came later. */
export async function orDuplicate<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === uniqueViolation) {
      throw Object.assign(new AppError("conflict", { reason: "same_person", contactIds: [], hidden: 1 }), {
        cause: error,
      });
    }
    throw error;
  }
}
