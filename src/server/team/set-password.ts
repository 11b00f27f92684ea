import { hashPassword } from "better-auth/crypto";
import { AppError } from "#domain/errors.ts";
import type { PersonContext } from "#server/platform/context.ts";
import {
  clearSecondFactor,
  deletePasswordLinksOf,
  deleteSessionsOf,
  findUser,
  savePassword,
  takeLink,
} from "#server/team/account-queries.ts";
import type { PasswordLink } from "#server/team/make-password-link.ts";
import { hashToken } from "#server/team/tokens.ts";

/** Whoever knew the old password is out: every session ends, and every other link. */
export async function setPassword(
  ctx: PersonContext,
  { token, password }: { token: string; password: string },
): Promise<{ email: string }> {
  const hash = await hashPassword(password);
  return ctx.pool.transaction().execute(async (db) => {
    const value = await takeLink(db, "password", hashToken(token), ctx.now);
    if (!value) throw new AppError("link_expired");
    const link = JSON.parse(value) as PasswordLink;

    await savePassword(db, link.userId, hash, ctx.now);
    await deleteSessionsOf(db, link.userId);
    await deletePasswordLinksOf(db, link.userId);
    if (link.clearSecondFactor) await clearSecondFactor(db, link.userId);
    return findUser(db, link.userId);
  });
}
