import type { Preset } from "#api/settings.ts";
import { type KindTable, kindTable, type TouchpointKind } from "#domain/touchpoints/kinds.ts";
import { kindsFor } from "#domain/touchpoints/presets.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { loadKindChanges } from "#server/touchpoints/queries.ts";

/** Those that the industries start from, each made once. */
const kindTables = new Map<Preset, KindTable>();

/** The workspace's table of kinds: those of its industry, then what the workspace itself has changed or added. */
export async function loadKinds(
  ctx: Context,
  known?: { preset: Preset } | Promise<{ preset: Preset }>,
): Promise<KindTable> {
  return transaction(ctx, async (tx) => {
    const [{ preset }, changes] = await Promise.all([known ?? loadWorkspace(tx), loadKindChanges(tx)]);
    const ofIndustry = kindTables.get(preset) ?? kindTable(kindsFor(preset));
    kindTables.set(preset, ofIndustry);
    if (changes.length === 0) return ofIndustry;
    const kinds = new Map(ofIndustry);
    for (const { slug, settings } of changes) {
      const kind = settings as TouchpointKind;
      kinds.set(slug, { ...kinds.get(slug), ...kind, slug });
    }
    return kinds;
  });
}
