import type { PersonRequestWithHistory, TakeRequest } from "#api/person-requests.ts";
import { AppError } from "#domain/errors.ts";
import { deadlinesOf } from "#domain/rights/clock.ts";
import { lawOf } from "#domain/rights/laws.ts";
import { localDay } from "#domain/time.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { addEvent, insertRequest } from "#server/rights/request-queries.ts";
import { viewWithHistory } from "#server/rights/request-view.ts";
import { requirePerson } from "#server/rights/require-person.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

/** Writes down what a person asks, and starts the clock of the law of where she lives; else of where the seller is. */
export async function takeRequest(ctx: Context, input: TakeRequest): Promise<PersonRequestWithHistory> {
  return transaction(ctx, async (tx) => {
    const workspace = await loadWorkspace(tx);
    const contactId = input.contactId ? await requirePerson(tx, input.contactId, "rights:record") : null;
    const home = contactId ? await placeOf(tx, contactId) : { country: null, region: null };
    const place = [{ country: input.country ?? null, region: input.region ?? null }, home, workspace].find(
      ({ country }) => country !== null,
    ) ?? { country: null, region: null };
    const receivedAt = input.receivedAt ?? tx.now;
    if (receivedAt > tx.now) throw new AppError("invalid_input", { field: "receivedAt", reason: "in the future" });

    const law = lawOf(place).id;
    const receivedOn = localDay(receivedAt, workspace.timeZone);
    const { kind, requester, replyTo, channel, words } = input;
    const { country } = place;
    const { acknowledgeBy, answerBy, extendableTo } = deadlinesOf({ law, kind, receivedOn, country });
    const id = await insertRequest(tx, {
      ...{ kind, contactId, requester, replyTo, channel, words, law, country },
      ...{ receivedAt, receivedOn, acknowledgeBy, answerBy, extendableTo },
      createdBy: requireUser(tx),
    });
    await addEvent(tx, id, "received");
    return viewWithHistory(tx, id, workspace.timeZone);
  });
}

async function placeOf(tx: Context, contactId: string): Promise<{ country: string | null; region: string | null }> {
  return tx.db
    .selectFrom("contacts")
    .select(["country", "region"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", contactId)
    .executeTakeFirstOrThrow();
}
