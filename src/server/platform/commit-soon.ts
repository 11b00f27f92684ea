import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";

/**
 * Lets the commit of this transaction not wait for the disk: for what only counts together with something that is
 * committed after it, which takes it along to the disk.
 */
export async function commitSoon(tx: Context): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(tx.db);
}
