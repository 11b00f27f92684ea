import type { z } from "zod";
import type * as api from "#api/team.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { findApiKeys } from "#server/team/api-key-queries.ts";
import { pageById, readIdCursor } from "#server/team/pages.ts";

export async function listApiKeys(
  ctx: Context,
  { limit, cursor }: z.output<typeof api.listApiKeys.input>,
): Promise<z.output<typeof api.listApiKeys.output>> {
  return transaction(ctx, async (tx) =>
    pageById(await findApiKeys(tx.db, { limit, before: readIdCursor(cursor) }), limit),
  );
}
