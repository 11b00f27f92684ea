import type { Import, ImportOptions } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { formatBySlug } from "#server/imports/formats/registry.ts";
import { getImport } from "#server/imports/get-import.ts";
import { loadRun } from "#server/imports/import-run.ts";
import { continueImportJob } from "#server/imports/jobs.ts";
import { moveImport } from "#server/imports/queries.ts";
import { requireImport } from "#server/imports/require-import.ts";
import type { Context } from "#server/platform/context.ts";
import { enqueue } from "#server/platform/jobs.ts";

/** Lets an import run, or run on: the job goes into the queue in the same transaction. */
export async function startImport(
  tx: Context,
  { id, options, runAt }: { id: string; options?: ImportOptions | undefined; runAt?: Date },
): Promise<Import> {
  const stored = await requireImport(tx, id);
  if (!stored.format) throw new AppError("not_found", { importId: id });
  if (options?.format && !formatBySlug(options.format)) {
    throw new AppError("invalid_input", { field: "format", value: options.format, reason: "format_unknown" });
  }
  const format = options?.format ?? stored.format;
  const hasBegun = Number(stored.rowsDone) > 0;
  // Finds mistakes in the options before anything begins.
  await loadRun(tx, { ...stored, format }, options ?? {});
  const isStarted = await moveImport(tx.db, id, ["waiting", "stopped", "failed"], {
    state: "running",
    format,
    problem: null,
    continuedAt: tx.now,
    // What was said when it began holds to its end: half of a file read in another way would be two files. Where
    // nothing came of it yet, what is said now holds: a mistyped column must not stand in the way for ever.
    ...(hasBegun ? {} : { options: options ?? {} }),
  });
  if (!isStarted) throw new AppError("conflict", { importId: id, state: stored.state });
  await enqueue(tx, continueImportJob, { importId: id }, { key: id, ...(runAt ? { runAt } : {}) });
  return getImport(tx, { id });
}
