import { AppError } from "#domain/errors.ts";
import { deleteImport } from "#server/imports/queries.ts";
import { requireImport } from "#server/imports/require-import.ts";
import type { Context } from "#server/platform/context.ts";

/** Throws away a file of which nothing has become; an import that was started is undone instead. */
export async function discardImport(tx: Context, { id }: { id: string }): Promise<Record<string, never>> {
  const { state } = await requireImport(tx, id);
  if (!(await deleteImport(tx.db, id))) throw new AppError("conflict", { importId: id, state });
  return {};
}
