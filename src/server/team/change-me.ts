import type { z } from "zod";
import type * as api from "#api/account.ts";
import type { PersonContext } from "#server/platform/context.ts";
import { updateUser } from "#server/team/account-queries.ts";
import { requireSession } from "#server/team/require-session.ts";

export async function changeMe(
  ctx: PersonContext,
  changes: z.output<typeof api.changeMe.input>,
): Promise<Record<string, never>> {
  const { userId } = requireSession(ctx);
  await updateUser(ctx.pool, userId, changes, ctx.now);
  return {};
}
