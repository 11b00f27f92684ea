import { z } from "zod";
import type * as api from "#api/accounts.ts";
import { accountRow } from "#server/accounts/account-row.ts";
import { findAccountsByName, readAccounts } from "#server/accounts/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";

const Position = z.object({ name: z.string() });
const foundMax = 2000;

/** Accounts belong to the workspace: everybody sees which there are and how warm, though not whose people they are. */
export async function listAccounts(
  ctx: Context,
  { q, limit, cursor }: z.output<typeof api.listAccounts.input>,
): Promise<z.output<typeof api.listAccounts.output>> {
  return transaction(ctx, async (tx) => {
    const after = readCursor(Position, cursor)?.name;
    const text = q === undefined ? "" : searchedName(q);
    if (q && !text) return { items: [], nextCursor: null };
    const ids = text ? await findAccountsByName(tx.db, text, foundMax) : null;
    const found = await readAccounts(tx, { limit: limit + 1, after, ids });
    const last = found.length > limit ? found[limit - 1] : undefined;
    return {
      items: found.slice(0, limit).map((account) => accountRow(account)),
      nextCursor: last ? writeCursor({ name: last.nameKey }) : null,
    };
  });
}

/** As names are stored for comparison, but with the legal form left in: somebody may be typing towards another word. */
function searchedName(q: string): string {
  return q
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
