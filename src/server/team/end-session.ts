import { AppError } from "#domain/errors.ts";
import type { PersonContext } from "#server/platform/context.ts";
import { deleteSession } from "#server/team/account-queries.ts";
import { requireSession } from "#server/team/require-session.ts";

export async function endSession(ctx: PersonContext, { id }: { id: string }): Promise<Record<string, never>> {
  const { userId } = requireSession(ctx);
  if (!(await deleteSession(ctx.pool, userId, id))) throw new AppError("not_found", { session: id });
  return {};
}
