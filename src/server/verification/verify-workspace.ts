import { verifyCalls } from "#server/call-queue/verify-calls.ts";
import { type Checkpoint, checkLedger } from "#server/ledger/check-ledger.ts";
import type { Broken, Problem } from "#server/ledger/check-queries.ts";
import { type Context, snapshot } from "#server/platform/context.ts";
import { checkStandings } from "#server/touchpoints/check-standings.ts";
import { checkImports, checkMerges, type Finding } from "#server/verification/queries.ts";

export type CheckName = "ledger" | "standings" | "calls" | "imports" | "merges";
export type Verification = {
  holds: boolean;
  /** `problems`: of the ledger, each that was found, up to some twenty of a kind. */
  checks: ({ name: CheckName; problems?: Broken[] } & Finding)[];
  /** Kept elsewhere, it proves later that nothing up to here was changed. */
  checkpoint: Checkpoint | null;
};

type Asked = {
  /** One that was kept elsewhere: the ledger must still go through it. */
  checkpoint?: Pick<Checkpoint, "block" | "hash"> | undefined;
  onProgress?: (name: CheckName, checked: number) => void;
};

/** Checks the record against itself, and everything that is derived from it against what it is derived from. */
export async function verifyWorkspace(
  ctx: Context,
  { checkpoint, onProgress = () => undefined }: Asked = {},
): Promise<Verification> {
  const ledger = await snapshot(ctx, (tx) => checkLedger(tx, checkpoint));
  onProgress("ledger", ledger.checked);
  const standings = await checkStandings(ctx, (checked) => onProgress("standings", checked));
  const checks: Verification["checks"] = [
    {
      name: "ledger",
      checked: ledger.checked,
      broken: ledger.broken,
      first: ledger.first[0] ? sentenceOfBroken(ledger.first[0]) : null,
      problems: ledger.first,
    },
    {
      name: "standings",
      checked: standings.checked,
      broken: standings.different,
      first: standings.first?.contactId ?? null,
    },
  ];
  const questions = { calls: checkCalls, imports: checkImports, merges: checkMerges };
  for (const [name, ask] of Object.entries(questions) as [CheckName, (tx: Context) => Promise<Finding>][]) {
    const finding = await snapshot(ctx, ask);
    checks.push({ name, ...finding });
    onProgress(name, finding.checked);
  }
  return { holds: checks.every(({ broken }) => broken === 0), checks, checkpoint: ledger.head };
}

const PROBLEMS: Record<Problem, string> = {
  row_unrecorded: "was never recorded",
  row_missing: "is gone, and no erasure names it",
  row_changed: "is not what was recorded there",
  salt_missing: "lost the salt of its entry, and no erasure names it",
  erased_but_there: "was erased, and is there",
  adopted_unsigned: "took over a ledger that nobody had signed",
  block_missing: "is missing",
  block_incomplete: "does not have the entries that were sealed in it",
  block_changed: "is not what was sealed",
  block_unsealed: "has entries, and nobody sealed it",
  block_unsigned: "is the first that nobody signed: from here on it was written anew",
  checkpoint_left: "is not what the checkpoint says: the ledger was put back, or written anew",
  head_missing: "does not exist",
  head_moved: "is not the last block: the end was cut off, or something was added to it",
  head_unsigned: "is not signed with the key of this installation",
};

function sentenceOfBroken({ kind, id, block, position, problem }: Broken): string {
  const place = position === null ? "" : `, entry ${position} of block ${block},`;
  return `${kind} ${id}${place} ${PROBLEMS[problem]}`;
}

async function checkCalls(tx: Context): Promise<Finding> {
  const { attempts, broken } = await verifyCalls(tx.db);
  const first = broken[0] ? `${broken[0].attemptId} (${broken[0].problem})` : null;
  return { checked: attempts, broken: broken.length, first };
}
