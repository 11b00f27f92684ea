import { sql } from "kysely";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadWorkspaceWarmth } from "#server/touchpoints/load-warmth-rules.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

const batchSize = 2000;

/**
 * Works out the standing of every contact anew, batch by batch in transactions of their own, with the rules as they
 * are at each batch. Run twice or stopped in the middle it does no harm: the next run begins again.
 */
export async function renewStandings(ctx: Context, { after }: { after: string | null }): Promise<void> {
  let last = after;
  do last = await renewBatch(ctx, last);
  while (last !== null);
}

async function renewBatch(ctx: Context, after: string | null): Promise<string | null> {
  return transaction(ctx, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from contacts
      where workspace_id = ${tx.actor.workspaceId}::uuid and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${batchSize}`.execute(tx.db.withoutPlugins());
    const ids = rows.map(({ id }) => id);
    await refreshStandings(tx, ids, await loadWorkspaceWarmth(tx));
    return ids.length === batchSize ? (ids.at(-1) ?? null) : null;
  });
}
