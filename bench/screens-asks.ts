import type pg from "pg";
import { type Ask, get } from "#bench/load.ts";
import type { Random } from "#server/demo/random.ts";

/** What the requests are made of: people, and words that find somebody. */
export type Sample = {
  adminKey: string;
  reps: { userId: string; key: string; contactIds: string[] }[];
  names: string[];
  companies: string[];
  phones: string[];
  chineseNames: string[];
};

const sampled = 400;

export async function sampleWords(owner: pg.Pool): Promise<Omit<Sample, "adminKey" | "reps">> {
  const texts = async (statement: string) => {
    const { rows } = await owner.query<{ text: string }>(statement);
    return rows.map(({ text }) => text);
  };
  const some = (table: string, where: string) =>
    `(select * from ${table} where ${where} order by md5(id::text) limit ${sampled})`;
  return {
    names: await texts(`select full_name as text from ${some("contacts", "full_name ~ '^[A-Za-z]'")}`),
    companies: await texts(`select name as text from ${some("accounts", "true")}`),
    phones: await texts(`select value as text from ${some("contact_points", "kind = 'phone'")}`),
    chineseNames: await texts(`select left(full_name, 2) as text from ${some("contacts", "full_name ~ '^[^ -~]{2}'")}`),
  };
}

export type Scenario = { name: string; asks: () => Promise<Ask[]> };

const deepPage = 500;
const deepPagesKept = 20;

/** Every screen that must answer at once, asked as reps (who see their own) and as the admin (who sees all). */
export function scenarios(url: string, sample: Sample, random: Random, count: number): Scenario[] {
  const asRep = (pathFor: (rep: Sample["reps"][number]) => string) => () => {
    const rep = random.pick(sample.reps as [Sample["reps"][number]]);
    return { path: pathFor(rep), key: rep.key };
  };
  const asAdmin = (pathFor: () => string) => () => ({ path: pathFor(), key: sample.adminKey });
  const one = (words: readonly string[]) => words[random.between(0, words.length - 1)] ?? "";
  const search = (words: readonly string[]) => () => `/api/v1/contacts?q=${encodeURIComponent(one(words))}`;
  const many = (name: string, ask: () => Ask): Scenario => ({
    name,
    asks: async () => Array.from({ length: count }, ask),
  });
  const deep = (name: string, query: string): Scenario => ({
    name,
    asks: async () => {
      const cursors = await deepCursors(url, sample.adminKey, query);
      return Array.from(
        { length: count },
        asAdmin(() => `/api/v1/contacts?${query}&cursor=${one(cursors)}`),
      );
    },
  });
  const searches = [
    ["a name", sample.names],
    ["a company", sample.companies],
    ["a phone", sample.phones],
    ["two Chinese characters", sample.chineseNames],
  ] as const;
  return [
    many(
      "queue",
      asRep(() => "/api/v1/queue"),
    ),
    many(
      "brief",
      asRep(({ contactIds }) => `/api/v1/contacts/${one(contactIds)}/brief`),
    ),
    many(
      "contact",
      asRep(({ contactIds }) => `/api/v1/contacts/${one(contactIds)}`),
    ),
    many(
      "contact's touchpoints",
      asRep(({ contactIds }) => `/api/v1/touchpoints?contactId=${one(contactIds)}`),
    ),
    many(
      "list, first page, a rep's own",
      asRep(() => "/api/v1/contacts"),
    ),
    many(
      "list, first page, all",
      asAdmin(() => "/api/v1/contacts"),
    ),
    many(
      "list by heat, first page, all",
      asAdmin(() => "/api/v1/contacts?sort=heat"),
    ),
    deep(`list, page ${deepPage}, all`, "sort=name"),
    deep(`list by heat, page ${deepPage}, all`, "sort=heat"),
    ...searches.map(([name, words]) => many(`search: ${name}, a rep's own`, asRep(search(words)))),
    ...searches.map(([name, words]) => many(`search: ${name}, all`, asAdmin(search(words)))),
  ];
}

/** Walks there page by page, as a person would have to; keeps the last few addresses. */
async function deepCursors(url: string, key: string, query: string): Promise<string[]> {
  const cursors: string[] = [];
  for (let page = 1; page < deepPage; page++) {
    const cursor = cursors.at(-1);
    const path = `/api/v1/contacts?${query}${cursor ? `&cursor=${cursor}` : ""}`;
    const { nextCursor } = JSON.parse((await get(url, { path, key })).toString()) as { nextCursor: string | null };
    if (!nextCursor) break;
    cursors.push(nextCursor);
  }
  return cursors.slice(-deepPagesKept);
}
