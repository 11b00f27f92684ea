import type { z } from "zod";
import type * as api from "#api/team.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { findOpenInvitations } from "#server/team/invitation-queries.ts";
import { pageById, readIdCursor } from "#server/team/pages.ts";

export async function listInvitations(
  ctx: Context,
  { limit, cursor }: z.output<typeof api.listInvitations.input>,
): Promise<z.output<typeof api.listInvitations.output>> {
  return transaction(ctx, async (tx) => {
    const found = await findOpenInvitations(tx.db, { limit, before: readIdCursor(cursor), now: tx.now });
    return pageById(found, limit);
  });
}
