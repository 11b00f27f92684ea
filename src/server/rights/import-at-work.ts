import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";

/** While an import writes, it may be writing about the very person: she is erased when it is done. */
export async function isImportAtWork(tx: Context): Promise<boolean> {
  const { rows } = await sql`select from imports
    where workspace_id = ${tx.actor.workspaceId}::uuid and state in ('uploading', 'running', 'undoing')
    limit 1`.execute(tx.db);
  return rows.length > 0;
}
