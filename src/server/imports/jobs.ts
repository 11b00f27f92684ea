import { z } from "zod";
import { continueImport } from "#server/imports/continue-import.ts";
import { markImport } from "#server/imports/mark-import.ts";
import { undoImport } from "#server/imports/undo-import.ts";
import { transaction } from "#server/platform/context.ts";
import { enqueue, type Job, job } from "#server/platform/jobs.ts";

const turnSeconds = 5;
const ImportKey = z.object({ importId: z.uuid() });

/** Works on until the end; a failure shows as the import's problem, and the sweep takes up what a crash left. */
export const continueImportJob: Job<typeof ImportKey> = job({
  name: "continue-import",
  access: "imports:run",
  payload: ImportKey,
  run: async (ctx, input) => {
    if (await continueImport(ctx, input)) return;
    const runAt = new Date(ctx.now.getTime() + turnSeconds * 1000);
    await transaction(ctx, (tx) => enqueue(tx, continueImportJob, input, { key: input.importId, runAt }));
  },
});

/** Batch by batch, any size; taking back again what is taken back changes nothing. */
export const undoImportJob: Job<typeof ImportKey> = job({
  name: "undo-import",
  access: "imports:run",
  payload: ImportKey,
  run: async (ctx, input) => {
    if (await undoImport(ctx, input)) return;
    const runAt = new Date(ctx.now.getTime() + turnSeconds * 1000);
    await transaction(ctx, (tx) => enqueue(tx, undoImportJob, input, { key: input.importId, runAt }));
  },
});

/** Sets the marks of a confirmation or of an attached sheet, batch by batch. */
export const markImportJob = job({
  name: "mark-import",
  access: "imports:run",
  payload: z.object({ importId: z.uuid(), mark: z.enum(["confirmed", "documented"]) }),
  run: markImport,
});

export const importJobs: readonly Job[] = [continueImportJob, undoImportJob, markImportJob];
