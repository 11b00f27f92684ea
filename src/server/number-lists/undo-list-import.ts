import { hoursAfter } from "#domain/time.ts";
import { graceHours } from "#server/number-lists/grace-hours.ts";
import { clearNumberListsJob } from "#server/number-lists/jobs.ts";
import { endCopies, findCopiesOfImport, reinstateCopies } from "#server/number-lists/queries.ts";
import { type Context, requireReach, requireUser, transaction } from "#server/platform/context.ts";
import { enqueue } from "#server/platform/jobs.ts";

/** Withdraws what an import of a list made, and gives back what it replaced; undefined where it is no such import. */
export async function undoListImport(
  ctx: Context,
  importId: string,
): Promise<{ withdrawn: number; reinstated: number } | undefined> {
  return transaction(ctx, async (tx) => {
    const copies = await findCopiesOfImport(tx.db, importId);
    if (copies.length === 0) return undefined;
    requireReach(tx, "lists:import");
    const end = { endedAt: tx.now, endedBy: requireUser(tx), ending: "withdrawn" } as const;
    const ids = copies.map(({ id }) => id);
    const withdrawn = await endCopies(tx.db, ids, end);
    const reinstated = await reinstateCopies(tx.db, importId);
    await enqueue(tx, clearNumberListsJob, {}, { key: "all", runAt: hoursAfter(tx.now, graceHours) });
    return { withdrawn: withdrawn.length, reinstated };
  });
}
