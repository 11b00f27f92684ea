import { sql } from "kysely";
import { searchColumnsOf, searchVector } from "#domain/contacts/search-words.ts";
import type { Context } from "#server/platform/context.ts";
import { arrayLiteral } from "#server/platform/insert-many.ts";

const batchSize = 5000;

type Found = { id: string; name: string; tags: string[]; custom: Record<string, unknown> };

/** Lets the people of an account be found by its new name. */
export async function rewordContactsOfAccount(tx: Context, accountId: string, company: string): Promise<void> {
  const { workspaceId } = tx.actor;
  let after: string | null = null;
  do {
    const { rows }: { rows: Found[] } = await sql<Found>`
      select id, full_name as name, tags, custom from contacts
      where workspace_id = ${workspaceId}::uuid and account_id = ${accountId}::uuid
        and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${batchSize}`.execute(tx.db.withoutPlugins());
    const vectors = rows.map(({ name, tags, custom }) =>
      searchVector({ workspaceId, words: searchColumnsOf({ name, company }).searchWords, tags, custom }),
    );
    await sql`
      update contacts c set search = v.search::tsvector
      from unnest(${arrayLiteral(rows.map(({ id }) => id))}::uuid[], ${arrayLiteral(vectors)}::text[]) as v (id, search)
      where c.workspace_id = ${workspaceId}::uuid and c.id = v.id`.execute(tx.db);
    after = rows.length === batchSize ? (rows.at(-1)?.id ?? null) : null;
  } while (after !== null);
}
