import { AppError } from "#domain/errors.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { insertTeam } from "#server/team/team-queries.ts";

export async function createTeam(
  ctx: Context,
  { name }: { name: string },
): Promise<{ id: string; name: string; members: number }> {
  return transaction(ctx, async (tx) => {
    const id = await insertTeam(tx.db, { workspaceId: tx.actor.workspaceId, name });
    if (!id) throw new AppError("conflict", { reason: "team_exists", name });
    return { id, name, members: 0 };
  });
}
