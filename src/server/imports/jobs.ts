import { z } from "zod";
import { continueImport } from "#server/imports/continue-import.ts";
import { markImport } from "#server/imports/mark-import.ts";
import { undoImport } from "#server/imports/undo-import.ts";
import { transaction } from "#server/platform/context.ts";
import { enqueue, type Job, job } from "#server/platform/jobs.ts";
import { withLock } from "#server/platform/locks.ts";

const turnSeconds = 5;
const ImportKey = z.object({ importId: z.uuid() });

/** Works on until the end; a failure shows as the import's problem, and the sweep takes up what a crash left. */
export const continueImportJob: Job<typeof ImportKey> = job({
  name: "continue-import",
  access: "imports:run",
  payload: ImportKey,
  run: async (ctx, input) => {
    // One workspace's imports run one after another, so that a large one does not take every worker.
    const isTurn = await withLock(ctx, "imports", async () => {
      await continueImport(ctx, input);
    });
    if (isTurn) return;
    const runAt = new Date(ctx.now.getTime() + turnSeconds * 1000);
    await transaction(ctx, (tx) => enqueue(tx, continueImportJob, input, { key: input.importId, runAt }));
  },
});

/** Batch by batch, any size; taking back again what is taken back changes nothing. */
export const undoImportJob = job({
  name: "undo-import",
  access: "imports:run",
  payload: ImportKey,
  run: async (ctx, input) => {
    await undoImport(ctx, input);
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
