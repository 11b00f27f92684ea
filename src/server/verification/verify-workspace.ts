import { verifyCalls } from "#server/call-queue/verify-calls.ts";
import { type Context, snapshot } from "#server/platform/context.ts";
import { checkStandings } from "#server/touchpoints/check-standings.ts";
import { checkImports, checkMerges, type Finding } from "#server/verification/queries.ts";

export type CheckName = "standings" | "calls" | "imports" | "merges";
export type Verification = { holds: boolean; checks: ({ name: CheckName } & Finding)[] };

/** Checks the record against itself, and everything that is derived from it against what it is derived from. */
export async function verifyWorkspace(
  ctx: Context,
  { onProgress = () => undefined }: { onProgress?: (name: CheckName, checked: number) => void } = {},
): Promise<Verification> {
  const standings = await checkStandings(ctx, (checked) => onProgress("standings", checked));
  const checks: Verification["checks"] = [
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
  return { holds: checks.every(({ broken }) => broken === 0), checks };
}

async function checkCalls(tx: Context): Promise<Finding> {
  const { attempts, broken } = await verifyCalls(tx.db);
  const first = broken[0] ? `${broken[0].attemptId} (${broken[0].problem})` : null;
  return { checked: attempts, broken: broken.length, first };
}
