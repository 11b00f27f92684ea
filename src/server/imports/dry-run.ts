import type { ImportOptions } from "#api/imports.ts";
import { hashOf } from "#server/imports/hash-of.ts";
import { loadRun } from "#server/imports/import-run.ts";
import { findImport, insertImport, markStored, moveImport, type StoredImport } from "#server/imports/queries.ts";
import { readBatches } from "#server/imports/read-batches.ts";
import { readOptionsOf } from "#server/imports/read-options-of.ts";
import { detectFormat } from "#server/imports/read-rows.ts";
import type { Source } from "#server/imports/reading/source.ts";
import { writeAll } from "#server/imports/write-all.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

/** Carries the result out of the transaction that must not be kept. */
class RolledBack extends Error {
  readonly result: StoredImport;

  constructor(result: StoredImport) {
    super("rolled back");
    this.result = result;
  }
}

/** Imports a whole file in one transaction and takes all of it back: the counts are those that the import would have. */
export async function dryRun(ctx: Context, source: Source, options: ImportOptions): Promise<StoredImport> {
  const { format } = await detectFormat(source, options.format ? { format: options.format } : {});
  const fileHash = await hashOf(source);
  try {
    await transaction(ctx, async (tx) => {
      const { workspaceId } = tx.actor;
      const createdBy = requireUser(tx);
      const { name: fileName, size: bytesTotal } = source;
      const id = await insertImport(tx.db, { workspaceId, fileName, bytesTotal, createdAt: tx.now, createdBy });
      await markStored(tx.db, id, { fileHash, bytesTotal, format: format.slug, encoding: null });
      await moveImport(tx.db, id, ["waiting"], { state: "running", options });
      const run = await loadRun(tx, { id, fileName, fileHash, format: format.slug }, options);
      const readOptions = readOptionsOf(options, {
        ...{ now: tx.now, timeZone: run.timeZone, format: format.slug },
        encoding: null,
      });
      await writeAll(tx, run, readBatches(source, readOptions, { run, rowsDone: 0 }));
      const result = await findImport(tx.db, id);
      if (result) throw new RolledBack(result);
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result;
    throw error;
  }
  throw new Error("a dry run always ends in its result");
}
