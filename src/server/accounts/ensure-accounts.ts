import { sql } from "kysely";
import { companyKey } from "#domain/contacts/names.ts";
import type { Context } from "#server/platform/context.ts";
import { arrayLiteral, type Columns, insertMany } from "#server/platform/insert-many.ts";

type AccountRow = { workspaceId: string; name: string; nameKey: string; createdAt: Date; updatedAt: Date };

const columns: Columns<AccountRow> = {
  workspaceId: "uuid",
  name: "text",
  nameKey: "text",
  createdAt: "timestamptz",
  updatedAt: "timestamptz",
};

/** The accounts of these companies by `companyKey`; those that there are not yet are created. */
export async function ensureAccounts(tx: Context, names: Iterable<string>): Promise<Map<string, string>> {
  const wanted = new Map<string, string>();
  for (const name of names) if (!wanted.has(companyKey(name))) wanted.set(companyKey(name), name);
  if (wanted.size === 0) return new Map();

  const found = await findAccounts(tx, [...wanted.keys()]);
  const missing = [...wanted].filter(([key]) => !found.has(key));
  if (missing.length === 0) return found;
  const { workspaceId } = tx.actor;
  const rows = missing.map(([nameKey, name]) => ({ workspaceId, name, nameKey, createdAt: tx.now, updatedAt: tx.now }));
  await insertMany(tx.db, "accounts", columns, rows, "leave");
  const added = await findAccounts(
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
