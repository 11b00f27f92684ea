import { z } from "zod";
import { continueImport } from "#server/imports/continue-import.ts";
import { undoImport } from "#server/imports/undo-import.ts";
import { type Job, job } from "#server/platform/jobs.ts";

/** Works on until the end; a failure shows as the import's problem, and the sweep takes up what a crash left. */
export const continueImportJob = job({
  name: "continue-import",
  access: "imports:run",
  payload: z.object({ importId: z.uuid() }),
  run: async (ctx, input) => {
    await continueImport(ctx, input);
  },
});

/** Batch by batch, any size; taking back again what is taken back changes nothing. */
export const undoImportJob = job({
  name: "undo-import",
  access: "imports:run",
  payload: z.object({ importId: z.uuid() }),
  run: async (ctx, input) => {
    await undoImport(ctx, input);
  },
});

export const importJobs: readonly Job[] = [continueImportJob, undoImportJob];
