import type { z } from "zod";
import type * as api from "#api/team.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { pageByName, readNameCursor } from "#server/team/pages.ts";
import { findTeams } from "#server/team/team-queries.ts";

export async function listTeams(
  ctx: Context,
  { limit, cursor }: z.output<typeof api.listTeams.input>,
): Promise<z.output<typeof api.listTeams.output>> {
  return transaction(ctx, async (tx) => {
    const found = await findTeams(tx.db, { limit, after: readNameCursor(cursor) });
    return pageByName(found, limit, ({ id }) => id);
  });
}
