import type { z } from "zod";
import type * as api from "#api/team.ts";
import { AppError } from "#domain/errors.ts";
import { hoursAfter } from "#domain/time.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { insertInvitation, markRevoked } from "#server/team/invitation-queries.ts";
import { findMember, findMemberByEmail } from "#server/team/membership-queries.ts";
import { requireTeam } from "#server/team/team-queries.ts";
import { makeWorkspaceToken } from "#server/team/tokens.ts";

const invitationDays = 7;

/** The newest link of an address is the one that works. */
export async function invite(
  ctx: Context,
  { email, role, teamId }: z.output<typeof api.invite.input>,
): Promise<z.output<typeof api.invite.output>> {
  return transaction(ctx, async (tx) => {
    const known = await findMemberByEmail(tx.db, email);
    const member = known ? await findMember(tx.db, known) : undefined;
    if (member && !member.deactivatedAt) throw new AppError("conflict", { reason: "already_a_member", email });
    if (teamId) await requireTeam(tx.db, teamId);

    await markRevoked(tx.db, { email }, tx.now);
    const { workspaceId } = tx.actor;
    const { token, hash } = makeWorkspaceToken(workspaceId);
    const times = { createdAt: tx.now, expiresAt: hoursAfter(tx.now, 24 * invitationDays) };
    const row = { workspaceId, email, role, teamId, tokenHash: hash, invitedBy: requireUser(tx), ...times };
    const id = await insertInvitation(tx.db, row);
    return { id, email, role, teamId, ...times, path: `/invitation#${token}` };
  });
}
