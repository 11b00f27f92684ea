import type { RecordedKind } from "#server/ledger/recorded-kinds.ts";
import type { Context } from "#server/platform/context.ts";

/** Notes rows that were just written: they enter the ledger when the transaction ends, all of them as one block. */
export function record(tx: Context, kind: RecordedKind, ids: readonly string[]): void {
  note(tx, kind, ids, false);
}

/** Notes rows that were in the ledger and were lawfully changed since: what they say now stands from here on. */
export function recordAgain(tx: Context, kind: RecordedKind, ids: readonly string[]): void {
  note(tx, kind, ids, true);
}

function note(tx: Context, kind: RecordedKind, ids: readonly string[], again: boolean): void {
  if (!tx.isTransaction) throw new Error("what is recorded is noted in the transaction that wrote it");
  if (ids.length === 0) return;
  const noted = tx.recorded.find((each) => each.kind === kind && each.again === again);
  if (!noted) tx.recorded.push({ kind, again, ids: [...ids] });
  else for (const id of ids) noted.ids.push(id);
}
