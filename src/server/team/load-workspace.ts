import { sql } from "kysely";
import { type Workspace, WorkspaceSettings } from "#api/settings.ts";
import { AppError } from "#domain/errors.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { keptStatement } from "#server/platform/kept-statements.ts";

/** The workspace of the actor, with every setting filled in. */
export async function loadWorkspace(ctx: Context): Promise<Workspace> {
  return transaction(ctx, async (tx) => {
    const [row] = await workspaces(tx, { workspaceId: tx.actor.workspaceId });
    if (!row) throw new AppError("not_found", { workspaceId: tx.actor.workspaceId });
    return { ...row, settings: WorkspaceSettings.parse(row.settings) };
  });
}

/** Nearly every request asks for it. */
const workspaces = keptStatement<Omit<Workspace, "settings"> & { settings: unknown }, { workspaceId: string }>(
  (value) => sql`
    select workspace_id as "workspaceId", slug, name, preset, country, region, time_zone as "timeZone", settings
    from workspaces where workspace_id = ${value("workspaceId")}::uuid`,
);
