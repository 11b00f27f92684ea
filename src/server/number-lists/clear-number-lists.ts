import { hoursAfter } from "#domain/time.ts";
import { removeOldFiles } from "#server/number-lists/copy-files.ts";
import { graceHours } from "#server/number-lists/grace-hours.ts";
import { clearEndedCopies, findCopiesInForce } from "#server/number-lists/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** Takes the numbers of ended copies away; that there was such a copy stays. Running it twice changes nothing. */
export async function clearNumberLists(ctx: Context): Promise<void> {
  const inForce = await transaction(ctx, async (tx) => {
    await clearEndedCopies(tx.db, { until: hoursAfter(tx.now, -graceHours), now: tx.now });
    return findCopiesInForce(tx);
  });
  await removeOldFiles(ctx, new Set(inForce.map(({ id }) => id)));
}
