import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";

/** A key that sorts by birth, as the database makes them. */
export async function newId(tx: Context): Promise<string> {
  const { rows } = await sql<{ id: string }>`select new_id() as id`.execute(tx.db);
  return rows[0]?.id ?? "";
}
