import { type RawBuilder, type SqlBool, sql } from "kysely";
import { z } from "zod";
import type { ContactPage, ContactSort, ListContacts } from "#api/contacts.ts";
import { foldForSearch, rangesOfNames } from "#domain/contacts/search-words.ts";
import { contactConditions } from "#server/contacts/contact-conditions.ts";
import { loadContactRows } from "#server/contacts/contact-rows.ts";
import { estimateContacts } from "#server/contacts/estimate-contacts.ts";
import { fewMax, type Narrowed, narrowContacts, pageByWords } from "#server/contacts/narrow-contacts.ts";
import { mayBePoint } from "#server/contacts/search-points.ts";
import { ownersWithinReach, visibleContacts } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";

/** Where a page ended: the sort's value as PostgreSQL writes it, null among those that have none. */
const Position = z.object({ sort: z.string(), key: z.string().nullable(), id: z.uuid() });
type Position = z.output<typeof Position>;
type Found = { id: string; key: string | null };

/** A page of the contacts within reach. The cursor carries the last row's key, so that page 500 costs what page 1 does. */
export async function listContacts(tx: Context, input: ListContacts): Promise<ContactPage> {
  const after = readCursor(Position.extend({ sort: z.literal(input.sort) }), input.cursor);
  const { found, total: count } = await find(tx, input, after);
  const page = found.slice(0, input.limit);
  const last = found.length > input.limit ? page.at(-1) : undefined;
  const ids = page.map(({ id }) => id);
  const [items, total] = await Promise.all([loadContactRows(tx, ids), after || input.from ? null : count()]);
  return { items, nextCursor: last ? writeCursor({ sort: input.sort, key: last.key, id: last.id }) : null, total };
}

type Page = { found: Found[]; total: () => Promise<{ count: number; exact: boolean }> };

async function find(tx: Context, input: ListContacts, after: Position | undefined): Promise<Page> {
  const owners = await ownersWithinReach(tx, "contacts:read");
  const worded = isWordsOnly(input) ? await findByWords(tx, input, owners, after) : undefined;
  if (worded) return worded;
  const search = searchOf(tx, input, await narrowContacts(tx, input, owners), owners);
  const found = await findPage(search, after);
  return { found, total: () => totalOf(search, found.length) };
}

/** So many take no longer to read and to sort than to look for those whose name begins with the words. */
const sortedMax = 300;

/**
 * All of few; of more, those whose name begins with the words come first, and stand together in the index of names.
 * Undefined where they are so many that the walk goes on as in any other list.
 */
async function findByWords(
  tx: Context,
  input: ListContacts,
  owners: Search["owners"],
  after: Position | undefined,
): Promise<Page | undefined> {
  const words = input.q ?? "";
  const page = { words, owners, after, limit: input.limit + 1 };
  const few = await pageByWords(tx, { ...page, atMost: sortedMax, first: [] });
  if ("found" in few) return { found: few.found, total: async () => ({ count: few.expected, exact: true }) };

  const search = searchOf(tx, input, { ids: null, condition: few.condition }, owners);
  const about = async () => ({ count: few.expected, exact: false });
  const begun = await findPage(search, after, beginningsOf(words));
  if (begun.length === page.limit) return { found: begun, total: about };
  if (few.expected > fewMax) return undefined;
  const many = await pageByWords(tx, { ...page, atMost: fewMax, first: rangesOfNames(words) });
  return "found" in many
    ? { found: many.found, total: async () => ({ count: many.expected, exact: true }) }
    : undefined;
}

/** What people type into the search field, with nothing else: the index of words then gives the page by itself. */
function isWordsOnly({ q, sort, from, cursor: _cursor, limit: _limit, ...filters }: ListContacts): boolean {
  const isPlain = Object.values(filters).every((filter) => filter === undefined);
  return isPlain && sort === "name" && from === undefined && q !== undefined && q !== "" && !mayBePoint(q);
}

type Search = {
  tx: Context;
  input: ListContacts;
  narrowed: Narrowed;
  conditions: RawBuilder<SqlBool>[];
  owners: (string | null)[] | "all";
};

function searchOf(tx: Context, input: ListContacts, narrowed: Narrowed, owners: Search["owners"]): Search {
  const conditions = contactConditions(input, tx.actor.workspaceId, tx.now);
  if (narrowed.condition) conditions.push(narrowed.condition);
  return { tx, input, narrowed, conditions, owners };
}

async function totalOf(search: Search, found: number): Promise<{ count: number; exact: boolean }> {
  const { tx, input, narrowed, conditions } = search;
  if (found <= input.limit) return { count: found, exact: true };
  const visible = await visibleContacts(tx, "contacts:read", "c.owner_id");
  return estimateContacts(tx, narrowed.ids, [...conditions, visible]);
}

type Order = {
  by: "contacts" | "standings";
  key: RawBuilder<unknown>;
  type: string;
  id: RawBuilder<unknown>;
  descending: boolean;
};

const orders: Record<ContactSort, Order> = {
  name: { by: "contacts", key: sql`c.sort_name`, type: "text", id: sql`c.id`, descending: false },
  created: { by: "contacts", key: sql`c.id`, type: "uuid", id: sql`c.id`, descending: true },
  heat: { by: "standings", key: sql`s.heat_log`, type: "double precision", id: sql`s.contact_id`, descending: true },
  last_touch: {
    by: "standings",
    key: sql`s.last_touch_at`,
    type: "timestamptz",
    id: sql`s.contact_id`,
    descending: true,
  },
};

/** A page is read part after part; `holds` says in which the last page ended. */
type Part = { conditions: RawBuilder<SqlBool>[]; holds: (key: string | null) => boolean };

async function findPage(
  search: Search,
  after: Position | undefined,
  parts: readonly Part[] = partsOf(search),
): Promise<Found[]> {
  const wanted = search.input.limit + 1;
  const begin = after ? parts.findIndex(({ holds }) => holds(after.key)) : 0;
  if (begin < 0) return [];
  const found: Found[] = [];
  for (const [index, part] of parts.slice(begin).entries()) {
    if (found.length === wanted) break;
    found.push(...(await findPart(search, part, index === 0 ? after : undefined, wanted - found.length)));
  }
  return found;
}

/**
 * Those that have no value for the sort come after all that have one. Where a common word is searched, those whose
 * name begins with it come first: they stand together, and to reach them the walk would pass half the workspace.
 */
function partsOf({ input, narrowed }: Search): Part[] {
  const { key, by } = orders[input.sort];
  if (by === "standings") {
    return [
      { conditions: [sql<SqlBool>`${key} is not null`], holds: (last) => last !== null },
      { conditions: [sql<SqlBool>`${key} is null`], holds: (last) => last === null },
    ];
  }
  if (input.sort !== "name" || !input.q || narrowed.ids) return [{ conditions: [], holds: () => true }];
  const ranges = rangesOfNames(input.q);
  const others = [...ranges, undefined].map((range, index) => between(ranges[index - 1]?.until, range?.from));
  return [...beginningsOf(input.q), ...others];
}

function beginningsOf(words: string): Part[] {
  return rangesOfNames(words).map(({ from, until }) => between(from, until));
}

function between(from: string | undefined, until: string | undefined): Part {
  const { key } = orders.name;
  const isBefore = (last: string | null, end: string) => Buffer.compare(Buffer.from(last ?? ""), Buffer.from(end)) < 0;
  return {
    conditions: [
      ...(from === undefined ? [] : [sql<SqlBool>`${key} >= ${from}`]),
      ...(until === undefined ? [] : [sql<SqlBool>`${key} < ${until}`]),
    ],
    holds: (last) => (from === undefined || !isBefore(last, from)) && (until === undefined || isBefore(last, until)),
  };
}

async function findPart(search: Search, part: Part, after: Position | undefined, limit: number): Promise<Found[]> {
  const { tx, input, narrowed, owners } = search;
  const order = orders[input.sort];
  const ends = sql`order by ${order.key} ${sql.raw(direction(order))}, ${order.id} ${sql.raw(order.descending ? "desc" : "asc")} limit ${limit}`;
  const branch = (ofOwner: RawBuilder<SqlBool>) => {
    const where = sql.join(
      [...search.conditions, ...part.conditions, ...keyset(order, after, input), ofOwner],
      sql` and `,
    );
    return sql`select ${order.id} as id, ${order.key}::text as key, ${order.key} as sorted
      from ${from(order, tx.actor.workspaceId, narrowed.ids)} where ${where} ${ends}`;
  };
  const owner = order.by === "contacts" ? sql`c.owner_id` : sql`s.owner_id`;
  const branches = branchesOf(owner, owners, narrowed.ids !== null).map(branch);
  const united = sql.join(
    branches.map((each) => sql`(${each})`),
    sql` union all `,
  );
  const { rows } = await sql<Found>`
    select id, key from (${united}) found
    order by sorted ${sql.raw(direction(order))}, id ${sql.raw(order.descending ? "desc" : "asc")}
    limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows;
}

/** As the indexes have it: only a standing may lack what is sorted by. */
function direction({ descending, by }: Order): string {
  if (!descending) return "asc";
  return by === "standings" ? "desc nulls last" : "desc";
}

/** One branch for each owner within reach, since an index can give rows in order only within one owner. */
function branchesOf(owner: RawBuilder<unknown>, owners: Search["owners"], isShort: boolean): RawBuilder<SqlBool>[] {
  if (owners === "all") return [sql<SqlBool>`true`];
  const named = owners.filter((each) => each !== null);
  if (isShort) return [sql<SqlBool>`(${owner} is null or ${owner} = any(${named}::uuid[]))`];
  return [...named.map((id) => sql<SqlBool>`${owner} = ${id}::uuid`), sql<SqlBool>`${owner} is null`];
}

function from({ by }: Order, workspaceId: string, ids: string[] | null): RawBuilder<unknown> {
  const workspace = sql`${workspaceId}::uuid`;
  if (ids) {
    return sql`unnest(${ids}::uuid[]) wanted
      join contacts c on c.workspace_id = ${workspace} and c.id = wanted
      left join standings s on s.workspace_id = ${workspace} and s.contact_id = c.id`;
  }
  return by === "contacts"
    ? sql`contacts c left join standings s on s.workspace_id = ${workspace} and s.contact_id = c.id`
    : sql`standings s join contacts c on c.workspace_id = ${workspace} and c.id = s.contact_id`;
}

function keyset(order: Order, after: Position | undefined, { from: start, sort }: ListContacts): RawBuilder<SqlBool>[] {
  const { key, id, type, descending } = order;
  const compare = sql.raw(descending ? "<" : ">");
  const conditions: RawBuilder<SqlBool>[] = [];
  if (after && after.key === null) conditions.push(sql<SqlBool>`${id} ${compare} ${after.id}::uuid`);
  if (after && after.key !== null) {
    conditions.push(sql<SqlBool>`(${key}, ${id}) ${compare} (${after.key}::${sql.raw(type)}, ${after.id}::uuid)`);
  }
  if (start && sort === "name") conditions.push(sql<SqlBool>`${key} >= ${foldForSearch(start)}`);
  return conditions;
}
