import type { Restored } from "#server/backup/restore.ts";
import { adoptLedger } from "#server/ledger/adopt-ledger.ts";
import { type Door, openContext, theProgram } from "#server/platform/context.ts";

/** Signs on in the ledgers that a restore brought, and records anew what names people who were here already. */
export async function adoptRestored(
  door: Door & { clock: () => Date },
  { workspaces, joined, ledgerKey }: Restored,
): Promise<void> {
  for (const { workspaceId } of workspaces) {
    const ctx = openContext(door, theProgram(workspaceId), door.clock());
    await adoptLedger(ctx, { formerKey: ledgerKey, replaced: joined, reason: "restored" });
  }
}
