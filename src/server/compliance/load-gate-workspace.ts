import type { GateWorkspace } from "#server/compliance/gate-facts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { loadKinds } from "#server/touchpoints/load-kinds.ts";

/** The workspace as the seller and the policy that the gate judges by. */
export async function loadGateWorkspace(ctx: Context): Promise<GateWorkspace> {
  return transaction(ctx, async (tx) => {
    const loaded = loadWorkspace(tx);
    const [workspace, kinds] = await Promise.all([loaded, loadKinds(tx, loaded)]);
    return { workspace, kinds };
  });
}
