import type { z } from "zod";
import type * as api from "#api/team.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { findMembers } from "#server/team/membership-queries.ts";
import { pageByName, readNameCursor } from "#server/team/pages.ts";

export async function listMembers(
  ctx: Context,
  { limit, cursor, deactivated }: z.output<typeof api.listMembers.input>,
): Promise<z.output<typeof api.listMembers.output>> {
  return transaction(ctx, async (tx) => {
    const found = await findMembers(tx.db, { limit, after: readNameCursor(cursor), deactivated });
    return pageByName(found, limit, ({ userId }) => userId);
  });
}
