import type { PersonRequest, PersonRequestWithHistory } from "#api/person-requests.ts";
import { AppError } from "#domain/errors.ts";
import { deadlinesOf, urgencyOf } from "#domain/rights/clock.ts";
import { lawById } from "#domain/rights/laws.ts";
import { isOpenTo, type RequestKind, type RequestState, requestSteps } from "#domain/rights/request-kinds.ts";
import { localDay } from "#domain/time.ts";
import { ownersWithinReach } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";
import { readEvents, readRequests, type StoredRequest } from "#server/rights/request-queries.ts";

/** A request as screens show it, seen on that day. */
export function viewRequest(stored: StoredRequest, today: string): PersonRequest {
  const { contactId, contactName, restrictedAt, law: lawId, ...rest } = stored;
  const kind = stored.kind as RequestKind;
  const state = stored.state as RequestState;
  const { id, citation, basis } = lawById(lawId);
  const { country, receivedOn } = stored;
  return {
    ...rest,
    kind,
    state,
    channel: stored.channel as PersonRequest["channel"],
    refusal: stored.refusal as PersonRequest["refusal"],
    contact: contactId && contactName !== null ? { id: contactId, name: contactName, restrictedAt } : null,
    law: { id, citation, basis },
    actAtOnce: deadlinesOf({ law: lawId, kind, receivedOn, country }).actAtOnce && !stored.carriedOutAt,
    urgency: stored.closedAt ? "closed" : urgencyOf(stored.answerBy, today),
    steps: requestSteps.filter((step) => isOpenTo(step, { kind, state }) && isStepOf(step, stored)),
  };
}

function isStepOf(step: (typeof requestSteps)[number], stored: StoredRequest): boolean {
  if (step === "extend") return stored.extendableTo !== null && stored.extendedAt === null;
  if (step === "carry_out") return stored.contactId !== null && stored.carriedOutAt === null;
  return true;
}

/** One within reach, with its history. */
export async function viewWithHistory(tx: Context, id: string, timeZone: string): Promise<PersonRequestWithHistory> {
  const owners = await ownersWithinReach(tx, "rights:read");
  const [stored] = await readRequests(tx, { ids: [id], owners, limit: 1 });
  if (!stored) throw new AppError("not_found", { requestId: id });
  return { ...viewRequest(stored, localDay(tx.now, timeZone)), events: await readEvents(tx, id) };
}
