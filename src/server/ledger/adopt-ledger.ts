import { AppError } from "#domain/errors.ts";
import { isSigned, signPlace, verifierOf } from "#server/ledger/ledger-key.ts";
import { findReworded, insertAdoption, lockHead, type Replaced, signHead } from "#server/ledger/queries.ts";
import { record, recordAgain } from "#server/ledger/record.ts";
import { recordedKinds } from "#server/ledger/recorded-kinds.ts";
import { type Context, transaction } from "#server/platform/context.ts";

type Adoption = {
  /** The key that signed so far, where it is known: an export names it. */
  formerKey: string | null;
  replaced?: readonly Replaced[];
  reason: string;
};

/**
 * Signs from here on a ledger that another key signed, and records which key that was and whether its signature held.
 * False where this key signed already and nobody was replaced.
 */
export async function adoptLedger(ctx: Context, { formerKey, replaced = [], reason }: Adoption): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const { workspaceId, userId } = tx.actor;
    const former = await lockHead(tx.db, workspaceId);
    if (!former) throw new AppError("ledger_broken", { workspaceId, reason: "head_missing" });
    const place = { workspaceId, block: former.block, hash: former.hash };
    const isOurs = isSigned(tx.ledgerKey.verifier, "head", place, former.signature);
    if (isOurs && replaced.length === 0) return false;

    const signer = isOurs ? tx.ledgerKey.publicKey : formerKey;
    const held = signer !== null && isSigned(verifierOf(signer), "head", place, former.signature);
    await signHead(tx.db, workspaceId, signPlace(tx.ledgerKey, "head", place));
    const by = { adoptedAt: tx.now, adoptedBy: userId };
    record(tx, "adoption", [
      await insertAdoption(tx.db, { workspaceId, formerKey: signer, former, held, reason, ...by }),
    ]);
    if (replaced.length > 0) {
      for (const kind of recordedKinds) recordAgain(tx, kind, await findReworded(tx.db, kind, replaced));
    }
    return true;
  });
}
