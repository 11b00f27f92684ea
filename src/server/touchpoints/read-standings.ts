import { sql } from "kysely";
import type { Standing } from "#domain/temperature/standing.ts";
import type { Context } from "#server/platform/context.ts";

export type StoredStanding = Standing & { contactId: string };

/** The stored standings of these contacts, by contact. */
export async function readStandings(tx: Context, contactIds: readonly string[]): Promise<Map<string, StoredStanding>> {
  const { rows } = await sql<StoredStanding>`
    select contact_id as "contactId", hot_from as "hotFrom", hot_until as "hotUntil", warm_until as "warmUntil",
      heat_log as "heatLog", trigger_id as "triggerId", expectation_id as "expectationId",
      window_opens_at as "windowOpensAt", window_closes_at as "windowClosesAt", last_touch_at as "lastTouchAt"
    from standings where workspace_id = ${tx.actor.workspaceId}::uuid and contact_id = any(${contactIds}::uuid[])
    `.execute(tx.db.withoutPlugins());
  return new Map(rows.map((row) => [row.contactId, row]));
}
