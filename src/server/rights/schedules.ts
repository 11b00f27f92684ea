import { openContext, theProgram } from "#server/platform/context.ts";
import type { Schedule } from "#server/platform/jobs.ts";
import { remindOfRequests } from "#server/rights/remind-of-requests.ts";
import { findWorkspaces } from "#server/team/membership-queries.ts";

export const rightsSchedules: readonly Schedule[] = [
  {
    name: "remind-of-requests",
    // Every hour, since days begin at another hour in each zone; a reminder that stands already is not written again.
    cron: "7 * * * *",
    run: async (door, now) => {
      for (const { workspaceId } of await findWorkspaces(door.pool))
        await remindOfRequests(openContext(door, theProgram(workspaceId), now));
    },
  },
];
