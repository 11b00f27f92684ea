import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { companyKey } from "#domain/contacts/names.ts";
import type { Context } from "#server/platform/context.ts";
import { arrayLiteral, type Columns, insertMany } from "#server/platform/insert-many.ts";

type AccountRow = { id: string; workspaceId: string; name: string; nameKey: string; createdAt: Date; updatedAt: Date };

const columns: Columns<AccountRow> = {
  id: "uuid",
  workspaceId: "uuid",
  name: "text",
  nameKey: "text",
  createdAt: "timestamptz",
  updatedAt: "timestamptz",
};

/** The accounts of these companies by `companyKey`; those that there are not yet are created. */
export async function ensureAccounts(tx: Context, names: Iterable<string>): Promise<Map<string, string>> {
  const wanted = new Map<string, string>();
  for (const name of new Set(names)) if (!wanted.has(companyKey(name))) wanted.set(companyKey(name), name);
  if (wanted.size === 0) return new Map();

  const found = await findAccounts(tx, [...wanted.keys()]);
  const missing = [...wanted].filter(([key]) => !found.has(key));
  if (missing.length === 0) return found;
  const { workspaceId } = tx.actor;
  const [createdAt, updatedAt] = [tx.now, tx.now];
  const rows = missing.map(([nameKey, name]) => ({
    id: randomUUIDv7(),
    workspaceId,
    name,
    nameKey,
    createdAt,
    updatedAt,
  }));
  const written = await insertMany(tx.db, "accounts", columns, rows, "leave");
  // Fewer than wanted: somebody else has just added one of them.
  const added =
    written === rows.length
      ? rows.map(({ nameKey, id }) => [nameKey, id] as const)
      : await findAccounts(
          tx,
          missing.map(([key]) => key),
        );
  return new Map([...found, ...added]);
}

async function findAccounts(tx: Context, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; key: string }>`
    select a.id, a.name_key as key from unnest(${arrayLiteral(keys)}::text[]) v
    join accounts a on a.workspace_id = ${tx.actor.workspaceId}::uuid and a.name_key = v`.execute(
    tx.db.withoutPlugins(),
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}
