import { z } from "zod";
import { closeForgottenCall } from "#server/call-queue/close-forgotten-call.ts";
import { job } from "#server/platform/jobs.ts";

export const closeForgottenCallJob = job({
  name: "close-forgotten-call",
  access: "calls:make",
  payload: z.object({ attemptId: z.uuid() }),
  run: closeForgottenCall,
});

export const callQueueJobs = [closeForgottenCallJob];
