import type { z } from "zod";
import type * as api from "#api/account.ts";
import { AppError } from "#domain/errors.ts";
import { openContext, type PersonContext, theProgram, transaction } from "#server/platform/context.ts";
import { findUserByEmail } from "#server/team/account-queries.ts";
import { findInvitation } from "#server/team/invitation-queries.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { readWorkspaceToken } from "#server/team/tokens.ts";

export async function readInvitation(
  ctx: PersonContext,
  { token }: { token: string },
): Promise<z.output<typeof api.readInvitation.output>> {
  const known = readWorkspaceToken(token);
  if (!known) throw new AppError("link_expired");
  return transaction(openContext(ctx, theProgram(known.workspaceId), ctx.now), async (tx) => {
    const invitation = await findInvitation(tx.db, known.hash, tx.now);
    if (!invitation) throw new AppError("link_expired");
    const { name } = await loadWorkspace(tx);
    const hasAccount = (await findUserByEmail(tx.db, invitation.email)) !== undefined;
    return { ...invitation, workspaceName: name, hasAccount };
  });
}
