import { openContext, theProgram, transaction } from "#server/platform/context.ts";
import { forgetOldKeys } from "#server/platform/idempotency.ts";
import type { Schedule } from "#server/platform/jobs.ts";
import { deleteExpired } from "#server/team/account-queries.ts";
import { findWorkspaces } from "#server/team/membership-queries.ts";

const attemptsKeptHours = 24;

export const teamSchedules: readonly Schedule[] = [
  {
    name: "forget-expired-sign-ins",
    cron: "17 3 * * *",
    run: async ({ pool }, now) => {
      await deleteExpired(pool, now, new Date(now.getTime() - attemptsKeptHours * 60 * 60 * 1000));
    },
  },
  {
    name: "forget-answered-requests",
    cron: "23 3 * * *",
    run: async (door, now) => {
      for (const { workspaceId } of await findWorkspaces(door.pool)) {
        await transaction(openContext(door, theProgram(workspaceId), now), forgetOldKeys);
      }
    },
  },
];
