import { hashPassword } from "better-auth/crypto";
import type { AcceptInvitation } from "#api/account.ts";
import { AppError } from "#domain/errors.ts";
import { type Db, openContext, type PersonContext, theProgram, transaction } from "#server/platform/context.ts";
import { findUserByEmail, insertUser, savePassword, setSessionWorkspace } from "#server/team/account-queries.ts";
import { lockInvitation, markAccepted } from "#server/team/invitation-queries.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { insertMembership } from "#server/team/membership-queries.ts";
import { readWorkspaceToken } from "#server/team/tokens.ts";

type NewPerson = { name: string; passwordHash: string; language?: "en" | "zh-Hans" | "zh-Hant" | undefined };

/** The link is for one address: its holder signs in with that account, or makes it. */
export async function acceptInvitation(
  ctx: PersonContext,
  { token, person }: AcceptInvitation,
): Promise<{ slug: string; email: string }> {
  const known = readWorkspaceToken(token);
  if (!known) throw new AppError("link_expired");
  const newcomer = person && { ...person, passwordHash: await hashPassword(person.password) };
  const { workspaceId } = known;

  return transaction(openContext(ctx, theProgram(workspaceId), ctx.now), async (tx) => {
    const invitation = await lockInvitation(tx.db, known.hash, tx.now);
    if (!invitation) throw new AppError("link_expired");
    const { id, email, role, teamId } = invitation;

    const userId = await personOf(tx.db, ctx, email, newcomer);
    await insertMembership(tx.db, { workspaceId, userId, role, teamId, createdAt: tx.now });
    await markAccepted(tx.db, id, userId, tx.now);
    if (ctx.caller?.sessionId) await setSessionWorkspace(tx.db, ctx.caller.sessionId, workspaceId);
    const { slug } = await loadWorkspace(tx);
    return { slug, email };
  });
}

async function personOf(db: Db, ctx: PersonContext, email: string, newcomer: NewPerson | undefined): Promise<string> {
  const known = await findUserByEmail(db, email);
  if (known) {
    if (ctx.caller?.sessionId && ctx.caller.userId === known.id) return known.id;
    throw new AppError("sign_in_required", { email });
  }
  if (!newcomer) throw new AppError("invalid_input", { reason: "name_and_password_needed" });
  const created = await insertUser(db, { email, name: newcomer.name, language: newcomer.language });
  if (!created) throw new AppError("sign_in_required", { email });
  await savePassword(db, created, newcomer.passwordHash, ctx.now);
  return created;
}
