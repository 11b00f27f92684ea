import type { Kysely } from "kysely";
import { AppError } from "#domain/errors.ts";
import type { DB } from "#server/platform/schema.ts";
import { findUserByEmail } from "#server/team/account-queries.ts";
import { writePasswordLink } from "#server/team/make-password-link.ts";

/** The operator's way, for anybody: also for the last admin, and for who works in several workspaces. */
export async function linkForEmail(
  pool: Kysely<DB>,
  { email, clearSecondFactor }: { email: string; clearSecondFactor: boolean },
  now: Date,
): Promise<{ path: string; expiresAt: Date }> {
  const user = await findUserByEmail(pool, email);
  if (!user) throw new AppError("not_found", { email });
  return writePasswordLink(pool, { userId: user.id, clearSecondFactor }, now);
}
