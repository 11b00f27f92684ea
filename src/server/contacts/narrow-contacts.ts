import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ContactFilters } from "#api/contacts.ts";
import { customQuery, tagQuery, wordsQuery } from "#domain/contacts/search-words.ts";
import { searchPoints } from "#server/contacts/search-points.ts";
import type { Context } from "#server/platform/context.ts";

/*
 * What an index finds is read first where it is little, and then sorted. What it finds in plenty is not worth reading:
 * the list is then walked in its own order, and one row in a few hundred is a hit.
 */
const fewMax = 5000;
/* With fewer people who have the words as typed, those whose words only begin so are wanted too. */
const enough = 20;

/** `ids: null`: too many to name, the condition must do. */
export type Narrowed = { ids: string[] | null; condition: RawBuilder<SqlBool> | null };

/** Whom the search and the rarest filters leave. */
export async function narrowContacts(
  tx: Context,
  filters: ContactFilters,
  owners: (string | null)[] | "all",
): Promise<Narrowed> {
  const points = filters.q ? await searchPoints(tx, filters.q) : null;
  if (points) return { ids: points, condition: null };

  const whole = queryOf(tx.actor.workspaceId, filters, false);
  // The index holds active contacts only; the archive is small and read in its own order.
  if (filters.archived) return { ids: null, condition: whole === null ? null : hasWords(whole) };
  if (whole === null) return { ids: filters.q ? [] : await idsByStanding(tx, filters), condition: null };
  const found = await findByWords(tx, whole, owners);
  const begun = queryOf(tx.actor.workspaceId, filters, true);
  if (begun === null || begun === whole || found === null || found.length >= enough) {
    return narrowed(tx, filters, whole, found);
  }
  return narrowed(tx, filters, begun, await findByWords(tx, begun, owners));
}

async function narrowed(tx: Context, filters: ContactFilters, query: string, ids: string[] | null): Promise<Narrowed> {
  if (ids) return { ids, condition: null };
  return { ids: await idsByStanding(tx, filters), condition: hasWords(query) };
}

function hasWords(query: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`c.search @@ ${query}::tsquery`;
}

async function findByWords(tx: Context, query: string, owners: (string | null)[] | "all"): Promise<string[] | null> {
  const known = owners === "all" ? null : owners.filter((owner) => owner !== null);
  const { rows } = await sql<{ id: string | null }>`
    select id from find_contacts_by_words(${query}, ${known}::uuid[], ${fewMax}) as id`.execute(tx.db.withoutPlugins());
  const ids = rows.flatMap(({ id }) => id ?? []);
  return ids.length === rows.length ? ids : null;
}

function queryOf(workspaceId: string, { q, tag, field, value }: ContactFilters, unfinished: boolean): string | null {
  const parts = [
    q ? wordsQuery(workspaceId, q, unfinished) : null,
    tag ? tagQuery(workspaceId, tag) : null,
    field && value !== undefined ? customQuery(workspaceId, field, value) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" & ") : null;
}

/** The hot and those in their window are few among many, and have indexes of their own. */
async function idsByStanding(tx: Context, { temperature, inWindow }: ContactFilters): Promise<string[] | null> {
  if (temperature !== "hot" && !inWindow) return null;
  const condition =
    temperature === "hot"
      ? sql`hot_until is not null and hot_until > ${tx.now}`
      : sql`window_closes_at is not null and window_closes_at > ${tx.now} and window_opens_at <= ${tx.now}`;
  const { rows } = await sql<{ id: string }>`
    select contact_id as id from standings
    where workspace_id = ${tx.actor.workspaceId}::uuid and ${condition}
    limit ${fewMax + 1}`.execute(tx.db.withoutPlugins());
  return rows.length <= fewMax ? rows.map(({ id }) => id) : null;
}
