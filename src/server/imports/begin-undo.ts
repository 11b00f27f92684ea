import type { Import } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { getImport } from "#server/imports/get-import.ts";
import { undoImportJob } from "#server/imports/jobs.ts";
import { moveImport } from "#server/imports/queries.ts";
import { requireImport } from "#server/imports/require-import.ts";
import type { Context } from "#server/platform/context.ts";
import { enqueue } from "#server/platform/jobs.ts";

/**
 * Marks an import as being taken back, which also stops it where it still runs, and adds the job that does it. One that
 * was taken back already stays so.
 */
export async function beginUndo(tx: Context, { id, runAt }: { id: string; runAt?: Date }): Promise<Import> {
  const stored = await requireImport(tx, id);
  if (stored.state === "undone") return getImport(tx, { id });
  const isBegun = await moveImport(tx.db, id, ["running", "stopped", "done", "failed"], { state: "undoing" });
  if (!isBegun && stored.state !== "undoing") throw new AppError("conflict", { importId: id, state: stored.state });
  await enqueue(tx, undoImportJob, { importId: id }, { key: id, ...(runAt ? { runAt } : {}) });
  return getImport(tx, { id });
}
