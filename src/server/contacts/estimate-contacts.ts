import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "#server/platform/context.ts";

type Plan = { "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] };

/** As many as are counted one by one. The planner knows nothing of a small or a new table. */
const countedMax = 2000;

/** How many contacts there are about, by the planner's statistics: to count a million takes longer than to show them. */
export async function estimateContacts(
  tx: Context,
  ids: readonly string[] | null,
  conditions: readonly RawBuilder<SqlBool>[],
): Promise<{ count: number; exact: boolean }> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const where = sql.join([...conditions, sql<SqlBool>`c.workspace_id = ${workspace}`], sql` and `);
  const standings = sql`left join standings s on s.workspace_id = ${workspace} and s.contact_id = c.id`;
  const db = tx.db.withoutPlugins();
  if (ids) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from contacts c ${standings}
      where c.id = any(${ids}::uuid[]) and ${where}`.execute(db);
    return { count: rows[0]?.count ?? 0, exact: true };
  }
  const { rows } =
    await sql<Plan>`explain (format json) select c.id from contacts c ${standings} where ${where}`.execute(db);
  const guess = Math.round(rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0);
  if (guess > countedMax) return { count: guess, exact: false };

  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from contacts c ${standings} where ${where} limit ${countedMax + 1}) found`.execute(db);
  const count = counted[0]?.count ?? 0;
  return { count, exact: count <= countedMax };
}
