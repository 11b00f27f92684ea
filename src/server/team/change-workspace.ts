import { isDeepStrictEqual } from "node:util";
import type { ChangePolicy, ChangeWorkspace, Workspace } from "#api/settings.ts";
import { WorkspaceSettings } from "#api/settings.ts";
import { AppError } from "#domain/errors.ts";
import { isValidTimeZone } from "#domain/time.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { lockWorkspace, updateWorkspace } from "#server/team/membership-queries.ts";
import { wantStandingsAnew } from "#server/touchpoints/jobs.ts";

/** What an admin changes. A new definition or preset makes every contact's temperature another one. */
export async function changeWorkspace(ctx: Context, changes: ChangeWorkspace): Promise<Workspace> {
  if (changes.timeZone && !isValidTimeZone(changes.timeZone))
    throw new AppError("invalid_input", { field: "timeZone" });
  const { name, preset, country, region, timeZone, ...settings } = changes;
  return apply(ctx, given({ name, preset, country, region, timeZone }), given(settings));
}

/** What a compliance officer may change too. */
export async function changePolicy(ctx: Context, changes: ChangePolicy): Promise<Workspace> {
  return apply(ctx, {}, given(changes));
}

async function apply(
  ctx: Context,
  columns: Record<string, unknown>,
  settings: Record<string, unknown>,
): Promise<Workspace> {
  return transaction(ctx, async (tx) => {
    await lockWorkspace(tx.db, tx.actor.workspaceId);
    const before = await loadWorkspace(tx);
    const next = WorkspaceSettings.parse({ ...before.settings, ...settings });
    await updateWorkspace(tx.db, tx.actor.workspaceId, { ...columns, settings: next });
    const after = await loadWorkspace(tx);
    if (!isDeepStrictEqual(warmthOf(before), warmthOf(after))) await wantStandingsAnew(tx);
    return after;
  });
}

/** What the stored temperatures of the contacts were worked out with. */
function warmthOf({ preset, timeZone, country, region, settings }: Workspace) {
  const { definition, introductionDays, requestDays } = settings;
  return { preset, timeZone, country, region, definition, introductionDays, requestDays };
}

/** Absent is "as it was"; null is a value. */
function given(changes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
