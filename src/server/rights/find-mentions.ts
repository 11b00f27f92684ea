import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";
import { type Person, patternsOf } from "#server/rights/person.ts";

/** Where people write in their own words about anybody. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  contacts: ["notes", "custom"],
  touchpoints: ["summary", "details", "evidence"],
  outcomes: ["note", "answers"],
  tasks: ["title"],
  consents: ["words", "evidence"],
  suppressions: ["evidence"],
};

export type Mention = { table: string; rows: number; ids: string[] };
const idsMax = 20;

/**
 * After she was erased: rows about somebody else in which her name, address or number stands. Nobody but a person can
 * say what may go there, so the certificate names the rows.
 */
export async function findMentions(tx: Context, person: Person): Promise<Mention[]> {
  const patterns = patternsOf(person);
  const found: Mention[] = [];
  for (const [table, columns] of Object.entries(WORDS)) {
    const holds = columns.map((column) => sql`${sql.ref(`t.${column}`)}::text ilike any(${patterns}::text[])`);
    const { rows } = await sql<{ count: number; ids: string[] | null }>`
      select count(*)::int as count, (array_agg(t.id order by t.id))[1:${idsMax}] as ids from ${sql.table(table)} t
      where t.workspace_id = ${tx.actor.workspaceId}::uuid and (${sql.join(holds, sql` or `)})`.execute(
      tx.db.withoutPlugins(),
    );
    const { count = 0, ids } = rows[0] ?? {};
    if (count > 0) found.push({ table, rows: count, ids: ids ?? [] });
  }
  return found;
}
