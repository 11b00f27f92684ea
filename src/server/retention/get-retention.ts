import type { ChangeRetention, Retention } from "#api/retention.ts";
import { AppError } from "#domain/errors.ts";
import { dataClasses, lawAgainst, monthsKept, RETENTION_DEFAULTS } from "#domain/retention/data-classes.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { readLastRun, readRules, saveRule } from "#server/retention/queries.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

export async function getRetention(ctx: Context): Promise<Retention> {
  return transaction(ctx, async (tx) => {
    const own = await readRules(tx);
    const { country } = await loadWorkspace(tx);
    const classes = dataClasses.map((dataClass) => {
      const { months, citation, monthsMin } = RETENTION_DEFAULTS[dataClass];
      return {
        ...{ dataClass, citation, defaultMonths: months },
        months: monthsKept(dataClass, own),
        monthsMin: monthsMin?.country === country ? monthsMin.months : null,
      };
    });
    return { classes, lastRun: await readLastRun(tx) };
  });
}

/** Never shorter than the law of the seller's country wants. */
export async function changeRetention(ctx: Context, { dataClass, months }: ChangeRetention): Promise<Retention> {
  return transaction(ctx, async (tx) => {
    const { country } = await loadWorkspace(tx);
    const law = lawAgainst(dataClass, { months, country });
    if (law) throw new AppError("invalid_input", { field: "months", min: law.months, citation: law.citation });
    await saveRule(tx, { dataClass, months });
    return getRetention(tx);
  });
}
