import { AppError } from "#domain/errors.ts";
import type { PersonContext } from "#server/platform/context.ts";
import { findLink, findUser } from "#server/team/account-queries.ts";
import type { PasswordLink } from "#server/team/make-password-link.ts";
import { hashToken } from "#server/team/tokens.ts";

export async function readPasswordLink(
  ctx: PersonContext,
  { token }: { token: string },
): Promise<{ email: string; name: string }> {
  const value = await findLink(ctx.pool, "password", hashToken(token), ctx.now);
  if (!value) throw new AppError("link_expired");
  const { userId } = JSON.parse(value) as PasswordLink;
  return findUser(ctx.pool, userId);
}
