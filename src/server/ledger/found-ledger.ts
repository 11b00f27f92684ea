import type { Kysely } from "kysely";
import { type LedgerKey, signPlace } from "#server/ledger/ledger-key.ts";
import { genesisOf, insertHead } from "#server/ledger/queries.ts";
import type { DB } from "#server/platform/schema.ts";

/** A workspace begins with an empty ledger whose head is signed: one that was emptied later has none. */
export async function foundLedger(db: Kysely<DB>, key: LedgerKey, workspaceId: string): Promise<void> {
  const place = { workspaceId, block: 0n, hash: await genesisOf(db, workspaceId) };
  await insertHead(db, place, signPlace(key, "head", place));
}
