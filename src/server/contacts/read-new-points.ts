import type { NewPoint } from "#api/contacts.ts";
import { type ReadPoint, readPoint } from "#domain/contacts/points.ts";
import { AppError } from "#domain/errors.ts";
import type { Context } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

/**
 * The points as they are stored. A number without "+" belongs to the contact's country, else to the account's, else
 * to the workspace's. Refuses with what is wrong with each one; a number that is merely unassigned is kept.
 */
export async function readNewPoints(
  tx: Context,
  points: readonly NewPoint[],
  home: { country: string | null; accountCountry: string | null },
): Promise<ReadPoint[]> {
  const country = home.country ?? home.accountCountry ?? (await loadWorkspace(tx)).country;
  const read = points.map((point) => readPoint(point, country));
  const problems = read.flatMap((point, index) =>
    "refused" in point ? [{ field: `points.${index}.value`, message: point.refused }] : [],
  );
  if (problems.length > 0) throw new AppError("invalid_input", { problems });
  const seen = new Set<string>();
  return read.flatMap((point) => {
    if ("refused" in point || seen.has(`${point.kind} ${point.value}`)) return [];
    seen.add(`${point.kind} ${point.value}`);
    return [point];
  });
}

export async function countryOfAccount(tx: Context, accountId: string | null): Promise<string | null> {
  if (!accountId) return null;
  const account = await tx.db
    .selectFrom("accounts")
    .select("country")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", accountId)
    .executeTakeFirst();
  return account?.country ?? null;
}
