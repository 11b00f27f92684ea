import { type Preset, type Workspace, WorkspaceSettings } from "#api/settings.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** The workspace of the actor, with every setting filled in. */
export async function loadWorkspace(ctx: Context): Promise<Workspace> {
  return transaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom("workspaces")
      .select(["workspaceId", "slug", "name", "preset", "country", "region", "timeZone", "settings"])
      .where("workspaceId", "=", tx.actor.workspaceId)
      .executeTakeFirstOrThrow();
    return { ...row, preset: row.preset as Preset, settings: WorkspaceSettings.parse(row.settings) };
  });
}
