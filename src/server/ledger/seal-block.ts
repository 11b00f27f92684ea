import type { Kysely } from "kysely";
import { AppError } from "#domain/errors.ts";
import { isSigned, type LedgerKey, signPlace } from "#server/ledger/ledger-key.ts";
import { insertBlock, insertEntries } from "#server/ledger/queries.ts";
import type { Recorded } from "#server/ledger/recorded-kinds.ts";
import type { DB } from "#server/platform/schema.ts";

type Work = { workspaceId: string; now: Date; key: LedgerKey; recorded: readonly Recorded[] };

/**
 * Writes what a transaction recorded as one block, as the last thing that it does: the workspace's head is locked from
 * here to the commit, and by whoever holds it nothing else is waited for.
 */
export async function sealBlock(db: Kysely<DB>, { workspaceId, now, key, recorded }: Work): Promise<void> {
  if (recorded.length === 0) return;
  const sealing = await insertEntries(db, { workspaceId, sealedAt: now, recorded });
  if (!sealing) throw new AppError("ledger_broken", { workspaceId, reason: "head_missing" });
  const { former, entries, hash } = sealing;
  if (entries === 0) return;
  // To sign what follows a head that nobody signed would be to sign that head.
  if (!isSigned(key.verifier, "head", { workspaceId, ...former }, former.signature)) {
    throw new AppError("ledger_broken", { workspaceId, reason: "head_unsigned" });
  }
  const place = { workspaceId, block: former.block + 1n, hash };
  const signatures = { asBlock: signPlace(key, "block", place), asHead: signPlace(key, "head", place) };
  await insertBlock(db, place, { entries, sealedAt: now, ...signatures });
}
