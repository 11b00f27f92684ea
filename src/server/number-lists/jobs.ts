import { z } from "zod";
import { clearNumberLists } from "#server/number-lists/clear-number-lists.ts";
import { job } from "#server/platform/jobs.ts";

export const clearNumberListsJob = job({
  name: "clear-number-lists",
  access: "workspace:read",
  payload: z.object({}),
  run: clearNumberLists,
});

export const numberListJobs = [clearNumberListsJob];
