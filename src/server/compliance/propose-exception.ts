import { type Exception, overrideDaysMax, type ProposeLift, type ProposeOverride } from "#api/exceptions.ts";
import { AppError } from "#domain/errors.ts";
import { isOverridable } from "#domain/gate/overridable.ts";
import { hoursAfter } from "#domain/time.ts";
import { insertException, readExceptions } from "#server/compliance/exception-queries.ts";
import { requireException } from "#server/compliance/list-exceptions.ts";
import { readSuppressions } from "#server/compliance/permission-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

/** One person's half of an override: only of a rule of our own, for one person and for a time. */
export async function proposeOverride(ctx: Context, input: ProposeOverride): Promise<Exception> {
  return transaction(ctx, async (tx) => {
    const { rule, reason, expiresAt } = input;
    const contactId = await requireContact(tx, input.contactId, "exceptions:propose");
    if (!isOverridable(rule)) throw new AppError("not_overridable", { rule });
    if (expiresAt <= tx.now || expiresAt > hoursAfter(tx.now, overrideDaysMax * 24)) {
      throw new AppError("invalid_input", { expiresAt: `within ${overrideDaysMax} days` });
    }
    const row = { kind: "override" as const, contactId, rule, reason, expiresAt, proposedBy: requireUser(tx) };
    return requireException(tx, await insertException(tx, row));
  });
}

/** One person's half of lifting a no, with what the person has said or done since. */
export async function proposeLift(ctx: Context, { suppressionId, ...words }: ProposeLift): Promise<Exception> {
  return transaction(ctx, async (tx) => {
    const [suppression] = await readSuppressions(tx, { ids: [suppressionId] });
    if (!suppression) throw new AppError("not_found", { suppressionId });
    const { contactId } = suppression;
    if (contactId) await requireContact(tx, contactId, "exceptions:propose");
    if (suppression.ending) throw new AppError("conflict", { ending: suppression.ending });
    const waiting = await readExceptions(tx, {
      state: "proposed",
      contactIds: contactId ? [contactId] : [],
      limit: 50,
    });
    if (waiting.some((each) => each.suppression?.id === suppressionId)) {
      throw new AppError("conflict", { reason: "proposed_already" });
    }
    const row = { kind: "lift" as const, contactId, suppressionId, ...words, proposedBy: requireUser(tx) };
    return requireException(tx, await insertException(tx, row));
  });
}
