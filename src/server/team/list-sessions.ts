import type { z } from "zod";
import type * as api from "#api/account.ts";
import type { PersonContext } from "#server/platform/context.ts";
import { findSessions } from "#server/team/account-queries.ts";
import { requireSession } from "#server/team/require-session.ts";

export async function listSessions(ctx: PersonContext): Promise<z.output<typeof api.listSessions.output>> {
  const { userId, sessionId } = requireSession(ctx);
  const found = await findSessions(ctx.pool, userId, ctx.now);
  return { items: found.map((each) => ({ ...each, isCurrent: each.id === sessionId })) };
}
