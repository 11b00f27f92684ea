import { sweepImports } from "#server/imports/sweep-imports.ts";
import type { Schedule } from "#server/platform/jobs.ts";

export const importSchedules: readonly Schedule[] = [{ name: "sweep-imports", cron: "* * * * *", run: sweepImports }];
