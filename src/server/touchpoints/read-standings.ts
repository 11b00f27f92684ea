import { type RawBuilder, sql } from "kysely";
import type { Standing } from "#domain/temperature/standing.ts";
import type { Context } from "#server/platform/context.ts";

export type StoredStanding = Standing & { contactId: string };

/** The columns of a `StoredStanding` but its contact, of a row of standings. */
export const standingColumns = (of: RawBuilder<unknown>) => sql`
  ${of}.hot_from as "hotFrom", ${of}.hot_until as "hotUntil", ${of}.warm_until as "warmUntil",
  ${of}.heat_log as "heatLog", ${of}.trigger_id as "triggerId", ${of}.expectation_id as "expectationId",
  ${of}.window_opens_at as "windowOpensAt", ${of}.window_closes_at as "windowClosesAt",
  ${of}.last_touch_at as "lastTouchAt"`;

/** The stored standings of these contacts, by contact. */
export async function readStandings(tx: Context, contactIds: readonly string[]): Promise<Map<string, StoredStanding>> {
  const { rows } = await sql<StoredStanding>`
    select contact_id as "contactId", ${standingColumns(sql`standings`)}
    from standings where workspace_id = ${tx.actor.workspaceId}::uuid and contact_id = any(${contactIds}::uuid[])
    `.execute(tx.db.withoutPlugins());
  return new Map(rows.map((row) => [row.contactId, row]));
}
