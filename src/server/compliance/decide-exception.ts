import type { DecideException, Exception } from "#api/exceptions.ts";
import { AppError } from "#domain/errors.ts";
import { closeException, settleException } from "#server/compliance/exception-queries.ts";
import { requireException } from "#server/compliance/list-exceptions.ts";
import { readHolders, readSuppressions } from "#server/compliance/permission-queries.ts";
import { endSuppressions, readSameWord } from "#server/compliance/queries.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** The other person's half. A lift takes effect at once; what was cancelled because of the no stays cancelled. */
export async function decideException(ctx: Context, { id, approve, note }: DecideException): Promise<Exception> {
  return transaction(ctx, async (tx) => {
    const userId = requireUser(tx);
    const proposed = await requireException(tx, id);
    if (proposed.proposedBy.userId === userId) throw new AppError("second_person_needed", { exceptionId: id });
    const state = approve ? ("approved" as const) : ("rejected" as const);
    const isFirst = await settleException(tx, { id, state, decidedBy: userId, note });
    if (!isFirst) throw new AppError("conflict", { state: proposed.state });
    if (approve && proposed.suppression) await lift(tx, proposed.suppression.id, proposed);
    return requireException(tx, id);
  });
}

/** One word of the person closed all numbers, each by a row of its own; they are lifted together. */
async function lift(
  tx: Context,
  suppressionId: string,
  { id, reason, evidence, proposedBy }: Exception,
): Promise<void> {
  const [suppression] = await readSuppressions(tx, { ids: [suppressionId] });
  if (!suppression || suppression.ending) throw new AppError("conflict", { ending: suppression?.ending ?? null });
  const same = await readSameWord(tx, suppressionId);
  const details = { exception: id, reason, evidence, proposedBy: proposedBy.userId };
  await endSuppressions(tx, same, "lifted", details);
  const { contactId, point } = suppression;
  await refreshStandings(tx, [...(contactId ? [contactId] : []), ...(await readHolders(tx, point ? [point] : []))]);
}

/** Takes a proposal back, or ends an override before its time. */
export async function endException(ctx: Context, { id }: { id: string }): Promise<Exception> {
  return transaction(ctx, async (tx) => {
    const userId = requireUser(tx);
    const { kind, state } = await requireException(tx, id);
    const isOver = kind === "lift" && state === "approved";
    if (isOver || !(await closeException(tx, id, userId))) throw new AppError("conflict", { state });
    return requireException(tx, id);
  });
}
