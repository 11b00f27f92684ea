import { eraseRows } from "#server/ledger/queries.ts";
import { record } from "#server/ledger/record.ts";
import type { Subject } from "#server/ledger/recorded-kinds.ts";
import type { Context } from "#server/platform/context.ts";

/**
 * Deletes rows of the record and the salts of their entries, and records which: the chain stays whole, and nothing can
 * be found out from the hashes that remain. What refers to the rows (tasks, reservations, standings) is the caller's.
 */
export async function eraseFromLedger(tx: Context, subjects: readonly Subject[], reason: string): Promise<string> {
  const id = await eraseRows(tx.db, { subjects, reason, erasedAt: tx.now });
  record(tx, "erasure", [id]);
  return id;
}
