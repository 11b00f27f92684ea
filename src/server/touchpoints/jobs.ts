import { z } from "zod";
import type { Context } from "#server/platform/context.ts";
import { enqueue, job } from "#server/platform/jobs.ts";
import { renewStandings } from "#server/touchpoints/renew-standings.ts";

export const renewStandingsJob = job({
  name: "renew-standings",
  access: "workspace:read",
  payload: z.object({ after: z.uuid().nullable() }),
  run: renewStandings,
});

/** To be called in the transaction that changes the definition, the kinds, the calling hours or the workspace's place. */
export async function wantStandingsAnew(tx: Context): Promise<void> {
  await enqueue(tx, renewStandingsJob, { after: null }, { key: "all", queue: "standings" });
}

export const touchpointJobs = [renewStandingsJob];
