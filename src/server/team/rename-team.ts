import { AppError } from "#domain/errors.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { isTeamName, requireTeam, updateTeam } from "#server/team/team-queries.ts";

export async function renameTeam(
  ctx: Context,
  { id, name }: { id: string; name: string },
): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    await requireTeam(tx.db, id);
    if (await isTeamName(tx.db, name, id)) throw new AppError("conflict", { reason: "team_exists", name });
    await updateTeam(tx.db, id, name);
    return {};
  });
}
