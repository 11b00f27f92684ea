import type { LiftSuppression } from "#api/compliance.ts";
import { AppError } from "#domain/errors.ts";
import { readHolders, readSuppressions } from "#server/compliance/permission-queries.ts";
import { endSuppressions } from "#server/compliance/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** Ends a standing no, with the reason on record. What was cancelled because of it stays cancelled. */
export async function liftSuppression(ctx: Context, { id, reason }: LiftSuppression): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    const [suppression] = await readSuppressions(tx, { ids: [id] });
    if (!suppression) throw new AppError("not_found", { suppressionId: id });
    if (suppression.ending) throw new AppError("conflict", { ending: suppression.ending });
    await endSuppressions(tx, [id], "lifted", { reason });
    const holders = await readHolders(tx, suppression.point ? [suppression.point] : []);
    await refreshStandings(tx, [...(suppression.contactId ? [suppression.contactId] : []), ...holders]);
    return {};
  });
}
