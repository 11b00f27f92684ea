import { type SqlBool, sql } from "kysely";
import { z } from "zod";
import type { AccountRow, listAccounts as listEndpoint } from "#api/accounts.ts";
import { companyKey } from "#domain/contacts/names.ts";
import { loadAccountRows } from "#server/accounts/account-warmth.ts";
import { readCursor, writeCursor } from "#server/call-queue/cursor.ts";
import { type Context, transaction } from "#server/platform/context.ts";

const Position = z.object({ key: z.string(), id: z.uuid() });
const foundMax = 2000;
const trigramLength = 3;
const afterEveryText = "\u{10FFFF}";

/** A page of accounts by name. A search finds any part of a name; one or two letters find its beginning. */
export async function listAccounts(
  ctx: Context,
  { q, limit, cursor }: z.output<typeof listEndpoint.input>,
): Promise<{ items: AccountRow[]; nextCursor: string | null }> {
  return transaction(ctx, async (tx) => {
    const after = readCursor(Position, cursor);
    const conditions = [
      ...(q ? [nameCondition(companyKey(q))] : []),
      ...(after ? [sql<SqlBool>`(a.name_key, a.id) > (${after.key}, ${after.id}::uuid)`] : []),
      sql<SqlBool>`true`,
    ];
    const { rows } = await sql<{ id: string; key: string }>`
      select a.id, a.name_key as key from accounts a
      where a.workspace_id = ${tx.actor.workspaceId}::uuid and ${sql.join(conditions, sql` and `)}
      order by a.name_key, a.id limit ${limit + 1}`.execute(tx.db.withoutPlugins());
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: await loadAccountRows(
        tx,
        page.map(({ id }) => id),
      ),
      nextCursor: last ? writeCursor(last) : null,
    };
  });
}

function nameCondition(part: string) {
  const isShort = [...part].length < trigramLength;
  // Two Chinese characters have no trigram. Their names are few for each first letter, so the beginning must do.
  if (isShort) return sql<SqlBool>`a.name_key >= ${part} and a.name_key < ${part + afterEveryText}`;
  const pattern = `%${part.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql<SqlBool>`a.id in (select find_accounts_by_part_of_name(${pattern}, ${foundMax}))`;
}
