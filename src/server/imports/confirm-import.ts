import type { Import } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { getImport } from "#server/imports/get-import.ts";
import { markImportJob } from "#server/imports/jobs.ts";
import { markConfirmed } from "#server/imports/queries.ts";
import { requireImport } from "#server/imports/require-import.ts";
import { type Context, requireUser } from "#server/platform/context.ts";
import { enqueue } from "#server/platform/jobs.ts";

/** A manager vouches for the source of an import, once for all of it; that it was he is recorded with every touchpoint. */
export async function confirmImport(tx: Context, { id }: { id: string }): Promise<Import> {
  const { state } = await requireImport(tx, id);
  if (state !== "done") throw new AppError("conflict", { importId: id, state });
  await markConfirmed(tx.db, id, tx.now, requireUser(tx));
  await enqueue(tx, markImportJob, { importId: id, mark: "confirmed" }, { key: `${id}:confirmed` });
  return getImport(tx, { id });
}
