import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ContactFilters } from "#api/contacts.ts";
import { customQuery, type LastWord, type NameRange, tagQuery, wordsQuery } from "#domain/contacts/search-words.ts";
import { searchPoints } from "#server/contacts/search-points.ts";
import type { Context } from "#server/platform/context.ts";

/*
 * What an index finds is read first where it is little, and then sorted. What it finds in plenty is not worth reading:
 * the list is then walked in its own order, and one row in a few hundred is a hit.
 */
export const fewMax = 5000;
const enough = 20;

type Owners = (string | null)[] | "all";
type Position = { id: string; key: string | null };

export type Narrowed = {
  /** Null: too many to name, the condition must do. */
  ids: string[] | null;
  condition: RawBuilder<SqlBool> | null;
};

/** Whom the search and the rarest filters leave. */
export async function narrowContacts(tx: Context, filters: ContactFilters, owners: Owners): Promise<Narrowed> {
  const points = filters.q ? await searchPoints(tx, filters.q) : null;
  if (points) return { ids: points, condition: null };

  const asked = queriesOf(tx.actor.workspaceId, filters);
  const [first] = asked.queries;
  if (first === undefined) return { ids: filters.q ? [] : await idsByStanding(tx, filters, owners), condition: null };
  // The index holds active contacts only; the archive is small and read in its own order.
  if (filters.archived) return { ids: null, condition: hasWords(first) };
  const { rows } = await sql<{ query: string; id: string | null }>`
    select query, id from ${foundByWords(asked, owners, fewMax)}`.execute(tx.db.withoutPlugins());
  const [found] = rows;
  if (found && found.id === null)
    return { ids: await idsByStanding(tx, filters, owners), condition: hasWords(found.query) };
  return { ids: rows.flatMap(({ id }) => id ?? []), condition: null };
}

/** `expected`: how many there are; where they are too many to name, by the planner's statistics. */
export type Worded = { found: Position[]; expected: number } | { condition: RawBuilder<SqlBool>; expected: number };

type WordedPage = {
  words: string;
  owners: Owners;
  after: Position | undefined;
  limit: number;
  /** So many are read and sorted. */
  atMost: number;
  /** Ranges of names that come before all others. */
  first: readonly NameRange[];
};

/** A page by name of those who have these words and nothing else is asked of; no page where they are too many. */
export async function pageByWords(tx: Context, page: WordedPage): Promise<Worded> {
  const asked = queriesOf(tx.actor.workspaceId, { q: page.words });
  const place = (name: RawBuilder<unknown>) => sql`${placeAmong(page.first, name)}, ${name} collate "C"`;
  const { after } = page;
  const isLater = after
    ? sql`(${place(sql`sort_name`)}, id) > (${place(sql`${after.key}::text`)}, ${after.id}::uuid)`
    : sql`true`;
  const { rows } = await sql<{ query: string; id: string | null; key: string; expected: number }>`
    select query, id, sort_name as key, expected from ${foundByWords(asked, page.owners, page.atMost)}
    where id is null or ${isLater} order by ${place(sql`sort_name`)}, id limit ${page.limit}
    `.execute(tx.db.withoutPlugins());
  const [one] = rows;
  if (one && one.id === null) return { condition: hasWords(one.query), expected: one.expected };
  return { found: rows.flatMap(({ id, key }) => (id ? [{ id, key }] : [])), expected: one?.expected ?? 0 };
}

function placeAmong(ranges: readonly NameRange[], name: RawBuilder<unknown>): RawBuilder<unknown> {
  const cases = ranges.map(
    ({ from, until }, index) =>
      sql`when ${name} collate "C" >= ${from} and ${name} collate "C" < ${until} then ${index}::int`,
  );
  return cases.length > 0 ? sql`case ${sql.join(cases, sql` `)} else ${ranges.length}::int end` : sql`0::int`;
}

/** Those who have the words as typed; where these are few, those too whose words only begin so. */
function foundByWords({ queries, others }: Asked, owners: Owners, atMost: number): RawBuilder<unknown> {
  const known = owners === "all" ? null : owners.filter((owner) => owner !== null);
  // Among everybody's people the words as typed find enough, and the others too many.
  const few = known && others;
  return sql`find_contacts_by_words(${queries}::text[], ${few}, ${known}::uuid[], ${enough}, ${atMost})`;
}

function hasWords(query: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`c.search @@ ${query}::tsquery`;
}

/** `queries`: the narrowest first, none where only other filters are set. `others`: all but a word that may go on. */
type Asked = { queries: string[]; others: string | null };

/** What to ask the index of words. */
function queriesOf(workspaceId: string, { q, tag, field, value }: ContactFilters): Asked {
  const queryWith = (last: LastWord) => {
    const parts = [
      q ? wordsQuery(workspaceId, q, last) : null,
      tag ? tagQuery(workspaceId, tag) : null,
      field && value !== undefined ? customQuery(workspaceId, field, value) : null,
    ].filter((part) => part !== null);
    return parts.length > 0 ? parts.join(" & ") : null;
  };
  const queries = [queryWith("whole"), queryWith("begun")].filter((query) => query !== null);
  const isOpen = queries[0] !== queries[1];
  return { queries: [...new Set(queries)], others: isOpen ? queryWith("left_out") : null };
}

/** The hot, those in their window and those who cannot be called are few among many, and have indexes of their own. */
async function idsByStanding(tx: Context, filters: ContactFilters, owners: Owners): Promise<string[] | null> {
  const condition = rareStanding(filters, tx.now);
  if (!condition) return null;
  const known = owners === "all" ? null : owners.filter((owner) => owner !== null);
  const ofOwners = known ? sql`(owner_id is null or owner_id = any(${known}::uuid[]))` : sql`true`;
  const { rows } = await sql<{ id: string }>`
    select contact_id as id from standings
    where workspace_id = ${tx.actor.workspaceId}::uuid and ${condition} and ${ofOwners}
    limit ${fewMax + 1}`.execute(tx.db.withoutPlugins());
  return rows.length <= fewMax ? rows.map(({ id }) => id) : null;
}

function rareStanding({ temperature, inWindow, suppressed, hasPhone }: ContactFilters, now: Date) {
  if (temperature === "hot") return sql`hot_until is not null and hot_until > ${now}`;
  if (inWindow) return sql`window_closes_at is not null and window_closes_at > ${now} and window_opens_at <= ${now}`;
  if (suppressed) return sql`closed_because = 'suppressed'`;
  if (hasPhone === false) return sql`closed_because = 'no_number'`;
  return null;
}
