import type { Import } from "#api/imports.ts";
import { importView } from "#server/imports/import-view.ts";
import { requireImport } from "#server/imports/require-import.ts";
import type { Context } from "#server/platform/context.ts";

export async function getImport(tx: Context, { id }: { id: string }): Promise<Import> {
  return importView(tx, await requireImport(tx, id));
}
