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

/** The accounts of these companies, by the names as they were given; those that there are not yet are created. */
export async function ensureAccounts(tx: Context, names: Iterable<string>): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const name of names) if (!keys.has(name)) keys.set(name, companyKey(name));
  if (keys.size === 0) return new Map();

  const ids = await findAccounts(tx, [...new Set(keys.values())]);
  const missing = new Map<string, string>();
  for (const [name, key] of keys) if (!ids.has(key) && !missing.has(key)) missing.set(key, name);
  for (const [key, id] of await addAccounts(tx, missing)) ids.set(key, id);
  return new Map([...keys].flatMap(([name, key]) => (ids.has(key) ? [[name, ids.get(key) ?? ""]] : [])));
}

/** By key, as they are found by. */
async function addAccounts(tx: Context, names: ReadonlyMap<string, string>): Promise<Iterable<[string, string]>> {
  if (names.size === 0) return [];
  const { workspaceId } = tx.actor;
  const rows = [...names].map(([nameKey, name]) => ({
    ...{ id: randomUUIDv7(), workspaceId, name, nameKey },
    ...{ createdAt: tx.now, updatedAt: tx.now },
  }));
  const written = await insertMany(tx.db, "accounts", columns, rows, "leave");
  if (written === rows.length) return rows.map(({ nameKey, id }) => [nameKey, id]);
  // Fewer than wanted: somebody else has just added one of them.
  return findAccounts(tx, [...names.keys()]);
}

async function findAccounts(tx: Context, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; key: string }>`
    select a.id, a.name_key as key from unnest(${arrayLiteral(keys)}::text[]) v
    join accounts a on a.workspace_id = ${tx.actor.workspaceId}::uuid and a.name_key = v`.execute(
    tx.db.withoutPlugins(),
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}
