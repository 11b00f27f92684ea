import { hourMs } from "#domain/time.ts";
import { importsLock } from "#server/imports/imports-lock.ts";
import { continueImportJob, undoImportJob } from "#server/imports/jobs.ts";
import { deleteImport, findImportsAtWork, type StoredImport } from "#server/imports/queries.ts";
import { type Context, openContext, theProgram, transaction } from "#server/platform/context.ts";
import { enqueue, type JobDoor } from "#server/platform/jobs.ts";
import { isLocked } from "#server/platform/locks.ts";
import { findWorkspaces } from "#server/team/membership-queries.ts";

const uploadHoursMax = 24;

/**
 * Takes up what a crash left: an import that says it runs while no process holds its lock is put into the queue
 * again, as the person who started it; an upload that broke off is thrown away.
 */
export async function sweepImports(door: JobDoor, now: Date): Promise<void> {
  for (const { workspaceId } of await findWorkspaces(door.pool)) {
    const ctx = openContext(door, theProgram(workspaceId), now);
    const atWork = await transaction(ctx, (tx) => findImportsAtWork(tx.db));
    for (const stored of atWork) {
      if (stored.state === "uploading") await discardBrokenOff(ctx, stored);
      else if (!(await isLocked(ctx, importsLock))) await takeUp(door, ctx, stored);
    }
  }
}

async function discardBrokenOff(ctx: Context, { id, createdAt }: StoredImport): Promise<void> {
  const isBrokenOff = ctx.now.getTime() - createdAt.getTime() > uploadHoursMax * hourMs;
  if (isBrokenOff) await transaction(ctx, (tx) => deleteImport(tx.db, id));
}

async function takeUp(door: JobDoor, { actor, now }: Context, { id, state, createdBy }: StoredImport): Promise<void> {
  const starter = openContext(door, { ...actor, userId: createdBy }, now);
  const job = state === "undoing" ? undoImportJob : continueImportJob;
  await transaction(starter, (tx) => enqueue(tx, job, { importId: id }, { key: id }));
}
