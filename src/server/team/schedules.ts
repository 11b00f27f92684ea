import type { Schedule } from "#server/platform/jobs.ts";
import { deleteExpired } from "#server/team/account-queries.ts";

const attemptsKeptHours = 24;

export const teamSchedules: readonly Schedule[] = [
  {
    name: "forget-expired-sign-ins",
    cron: "17 3 * * *",
    run: async ({ pool }, now) => {
      await deleteExpired(pool, now, new Date(now.getTime() - attemptsKeptHours * 60 * 60 * 1000));
    },
  },
];
