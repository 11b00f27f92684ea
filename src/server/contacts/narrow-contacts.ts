import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ContactFilters } from "#api/contacts.ts";
import { customQuery, tagQuery, wordsQuery } from "#domain/contacts/search-words.ts";
import { searchPoints } from "#server/contacts/search-points.ts";
import type { Context } from "#server/platform/context.ts";

/*
 * What an index finds is read first where it is little, and then sorted. What it finds in plenty is not worth reading:
 * the list is then walked in its own order, and one row in a few dozen is a hit.
 */
const fewMax = 5000;

export type Narrowed = { ids: string[] | null; condition: RawBuilder<SqlBool> | null };

/** Whom the search and the rarest filters leave. `ids: null`: too many to name, the condition must do. */
export async function narrowContacts(tx: Context, filters: ContactFilters): Promise<Narrowed> {
  const found = filters.q ? await searchPoints(tx, filters.q) : null;
  if (found) return { ids: found, condition: null };

  const query = queryOf(tx.actor.workspaceId, filters);
  if (query !== null) {
    const { rows } = await sql<{ id: string }>`
      select id from find_contacts_by_words(${query}, ${fewMax + 1}) as id`.execute(tx.db.withoutPlugins());
    if (rows.length <= fewMax) return { ids: rows.map(({ id }) => id), condition: null };
    return { ids: await idsByStanding(tx, filters), condition: sql<SqlBool>`c.search @@ ${query}::tsquery` };
  }
  if (filters.q) return { ids: [], condition: null };
  return { ids: await idsByStanding(tx, filters), condition: null };
}

function queryOf(workspaceId: string, { q, tag, field, value, archived }: ContactFilters): string | null {
  // The index holds active contacts only; the archive is small and read in its own order.
  if (archived) return q ? wordsQuery(workspaceId, q) : null;
  const parts = [
    q ? wordsQuery(workspaceId, q) : null,
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
