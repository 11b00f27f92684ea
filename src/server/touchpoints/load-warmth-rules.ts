import { defaultCallingHours } from "#domain/calling-hours.ts";
import type { WarmthRules } from "#domain/temperature/history.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { loadKinds } from "#server/touchpoints/load-kinds.ts";

/** What the workspace has chosen, and the zone of its contacts whose own zone is not known. */
export type WorkspaceWarmth = { rules: WarmthRules; timeZone: string; country: string | null; region: string | null };

/** Everything of the workspace that the temperature of its contacts depends on. */
export async function loadWorkspaceWarmth(ctx: Context): Promise<WorkspaceWarmth> {
  return transaction(ctx, async (tx) => {
    const loaded = loadWorkspace(tx);
    const [{ settings, timeZone, country, region }, kinds] = await Promise.all([loaded, loadKinds(tx, loaded)]);
    const { definition, introductionDays, requestDays } = settings;
    return {
      rules: { kinds, definition, settings: { introductionDays, requestDays }, callingHours: defaultCallingHours },
      timeZone,
      country,
      region,
    };
  });
}
