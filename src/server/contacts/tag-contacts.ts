import { sql } from "kysely";
import type { z } from "zod";
import type { tagContacts as endpoint } from "#api/contact-groups.ts";
import { tagsMax } from "#api/contacts.ts";
import { searchColumnsOf, searchVector } from "#domain/contacts/search-words.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { arrayLiteral } from "#server/platform/insert-many.ts";

type Tagged = { id: string; name: string; company: string | null; tags: string[]; custom: Record<string, unknown> };

const batchSize = 1000;

/** Tags many at once. Whoever is not within reach is left alone, and whoever has as many tags as there may be. */
export async function tagContacts(
  ctx: Context,
  { ids, add, remove }: z.output<typeof endpoint.input>,
): Promise<{ changed: number }> {
  return transaction(ctx, async (tx) => {
    let changed = 0;
    for (let start = 0; start < ids.length; start += batchSize) {
      const people = await lockPeople(tx, ids.slice(start, start + batchSize));
      const rows = people.flatMap((person) => {
        const tags = tagsAfter(person.tags, add, remove);
        return tags ? [{ ...person, tags }] : [];
      });
      await writeTags(tx, rows);
      changed += rows.length;
    }
    return { changed };
  });
}

/** Null where nothing changes. */
function tagsAfter(before: readonly string[], add: readonly string[], remove: readonly string[]): string[] | null {
  const after = [...new Set([...before.filter((tag) => !remove.includes(tag)), ...add])];
  const isSame = after.length === before.length && after.every((tag) => before.includes(tag));
  return isSame || after.length > tagsMax ? null : after;
}

async function lockPeople(tx: Context, ids: readonly string[]): Promise<Tagged[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const isVisible = await visibleContacts(tx, "contacts:write", "c.owner_id");
  const { rows } = await sql<Tagged>`
    select c.id, c.full_name as name, a.name as company, c.tags, c.custom
    from contacts c left join accounts a on a.workspace_id = ${workspace} and a.id = c.account_id
    where c.workspace_id = ${workspace} and c.id = any(${arrayLiteral(ids)}::uuid[]) and c.state = 'active'
      and ${isVisible}
    order by c.id for update of c`.execute(tx.db.withoutPlugins());
  return rows;
}

async function writeTags(tx: Context, people: readonly Tagged[]): Promise<void> {
  const { workspaceId } = tx.actor;
  const vectors = people.map(({ name, company, tags, custom }) =>
    searchVector({ workspaceId, words: searchColumnsOf({ name, company }).searchWords, tags, custom }),
  );
  const column = (values: readonly unknown[]) => arrayLiteral(values);
  await sql`
    update contacts c set tags = v.tags::text[], search = v.search::tsvector, updated_at = ${tx.now}
    from unnest(${column(people.map(({ id }) => id))}::uuid[],
      ${column(people.map(({ tags }) => arrayLiteral(tags)))}::text[], ${column(vectors)}::text[]) v (id, tags, search)
    where c.workspace_id = ${workspaceId}::uuid and c.id = v.id`.execute(tx.db.withoutPlugins());
}
