import { AppError } from "#domain/errors.ts";
import { hoursAfter } from "#domain/time.ts";
import { type Context, type Db, transaction } from "#server/platform/context.ts";
import { insertLink } from "#server/team/account-queries.ts";
import { belongsElsewhere, findMember } from "#server/team/membership-queries.ts";
import { makeToken } from "#server/team/tokens.ts";

const passwordLinkHours = 48;

/** What the link says about whose password it sets. */
export type PasswordLink = { userId: string; clearSecondFactor: boolean };

/** For a member who lost the password. Whoever also works elsewhere gets it from the operator: `warmline password-link`. */
export async function makePasswordLink(
  ctx: Context,
  { userId, clearSecondFactor }: PasswordLink,
): Promise<{ path: string; expiresAt: Date }> {
  return transaction(ctx, async (tx) => {
    const member = await findMember(tx.db, userId);
    if (!member) throw new AppError("not_found", { member: userId });
    if (await belongsElsewhere(tx.db, userId, tx.actor.workspaceId)) {
      throw new AppError("permission_denied", { reason: "member_of_another_workspace" });
    }
    return writePasswordLink(tx.db, { userId, clearSecondFactor }, tx.now);
  });
}

export async function writePasswordLink(
  db: Db,
  link: PasswordLink,
  now: Date,
): Promise<{ path: string; expiresAt: Date }> {
  const { token, hash } = makeToken();
  const expiresAt = hoursAfter(now, passwordLinkHours);
  await insertLink(db, { purpose: "password", hash, value: JSON.stringify(link), expiresAt });
  return { path: `/set-password#${token}`, expiresAt };
}
