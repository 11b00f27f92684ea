import { defaultKinds, type KindTable, kindTable, type TouchpointKind } from "#domain/touchpoints/kinds.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadKindChanges } from "#server/touchpoints/queries.ts";

/** The workspace's table of kinds: the defaults, then what the workspace itself has changed or added. */
export async function loadKinds(ctx: Context): Promise<KindTable> {
  return transaction(ctx, async (tx) => {
    const kinds = new Map(kindTable(defaultKinds));
    for (const { slug, settings } of await loadKindChanges(tx.db)) {
      const kind = settings as TouchpointKind;
      kinds.set(slug, { ...kinds.get(slug), ...kind, slug });
    }
    return kinds;
  });
}
