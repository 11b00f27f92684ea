import { ensureAccounts } from "#server/accounts/ensure-accounts.ts";
import type { BatchPlan, Planned } from "#server/imports/batch-plan.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import { loadFacts } from "#server/imports/load-facts.ts";
import { makeContactRows } from "#server/imports/make-contact-rows.ts";
import { planBatch } from "#server/imports/plan-batch.ts";
import type { Batch } from "#server/imports/read-batches.ts";
import type { Ready } from "#server/imports/write-batch.ts";
import { commitSoon } from "#server/platform/commit-soon.ts";
import { type Context, transaction } from "#server/platform/context.ts";

export type ReadyPlan = Planned & Ready;

/**
 * Plans a batch and makes its rows, by facts that it reads in the transaction of a dry run, which alone sees what it
 * has written, or in its own. Companies and custom fields are added at once: they are names, and nothing of a person.
 */
export async function makeReady(
  ctx: Context,
  run: ImportRun,
  { rows }: Batch,
  ahead: Planned | null,
): Promise<ReadyPlan> {
  const facts = await run.watch.measure("match", () => transaction(ctx, (tx) => loadFacts(tx, run, rows)));
  const planned = await planBatch(run, rows, facts, { now: ctx.now, ahead });
  await run.fields.save(ctx);
  const companies = companiesOf(planned.plan);
  const accounts = await run.watch.measure("accounts", () =>
    transaction(ctx, async (tx) => {
      const [found] = await Promise.all([ensureAccounts(tx, companies), commitSoon(tx)]);
      return found;
    }),
  );
  return { ...planned, accounts, contacts: await makeContactRows(ctx, run, planned.plan, accounts) };
}

function companiesOf({ people }: BatchPlan): string[] {
  return [...people.values()].flatMap(({ fields }) => fields.company ?? []);
}
