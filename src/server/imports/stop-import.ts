import type { Import } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { getImport } from "#server/imports/get-import.ts";
import { moveImport } from "#server/imports/queries.ts";
import { requireImport } from "#server/imports/require-import.ts";
import type { Context } from "#server/platform/context.ts";

/** What is committed stays; the batch that is being written does not, and is read again when the import goes on. */
export async function stopImport(tx: Context, { id }: { id: string }): Promise<Import> {
  const { state } = await requireImport(tx, id);
  const isStopped = await moveImport(tx.db, id, ["running"], { state: "stopped" });
  if (!isStopped && state !== "stopped") throw new AppError("conflict", { importId: id, state });
  return getImport(tx, { id });
}
