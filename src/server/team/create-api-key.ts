import type { z } from "zod";
import type * as api from "#api/team.ts";
import { AppError } from "#domain/errors.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { insertApiKey } from "#server/team/api-key-queries.ts";
import { keyPrefix } from "#server/team/authenticate.ts";
import { findMember } from "#server/team/membership-queries.ts";
import { makeWorkspaceToken } from "#server/team/tokens.ts";

const shownOfKey = 6;

/** It acts as a member, by default the one who creates it, with the role that this member has at each request. */
export async function createApiKey(
  ctx: Context,
  { name, userId: wanted }: z.output<typeof api.createApiKey.input>,
): Promise<z.output<typeof api.createApiKey.output>> {
  return transaction(ctx, async (tx) => {
    const createdBy = requireUser(tx);
    const member = await findMember(tx.db, wanted ?? createdBy);
    if (!member || member.deactivatedAt) throw new AppError("not_found", { member: wanted });

    const { workspaceId } = tx.actor;
    const { token, hash } = makeWorkspaceToken(workspaceId);
    // The first letters name the workspace, the same in all of its keys: the last ones tell keys apart.
    const keyHint = `${keyPrefix}…${token.slice(-shownOfKey)}`;
    const { userId } = member;
    const row = { workspaceId, name, userId, keyHash: hash, keyHint, createdAt: tx.now, createdBy };
    const id = await insertApiKey(tx.db, row);
    const shown = { id, name, userId, memberName: member.name, keyHint, createdAt: tx.now, lastUsedAt: null };
    return { ...shown, key: keyPrefix + token };
  });
}
