import { openContext, theProgram } from "#server/platform/context.ts";
import type { Schedule } from "#server/platform/jobs.ts";
import { runRetention } from "#server/retention/run-retention.ts";
import { findWorkspaces } from "#server/team/membership-queries.ts";

export const retentionSchedules: readonly Schedule[] = [
  {
    name: "erase-what-was-kept-long-enough",
    cron: "41 2 * * *",
    run: async (door, now) => {
      for (const { workspaceId } of await findWorkspaces(door.pool)) {
        const { classes } = await runRetention(openContext(door, theProgram(workspaceId), now), { chosenOnly: true });
        const erased = classes.filter(({ rows }) => rows > 0).map(({ dataClass, rows }) => [dataClass, rows]);
        if (erased.length > 0) door.log.info({ workspaceId, erased: Object.fromEntries(erased) }, "retention");
      }
    },
  },
];
