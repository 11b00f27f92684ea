import { AppError } from "#domain/errors.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { deleteTeamRow } from "#server/team/team-queries.ts";

export async function deleteTeam(ctx: Context, { id }: { id: string }): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    if (!(await deleteTeamRow(tx.db, id))) throw new AppError("not_found", { team: id });
    return {};
  });
}
