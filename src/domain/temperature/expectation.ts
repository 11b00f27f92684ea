import { type Evidence, raisesExpectation } from "#domain/temperature/evidence.ts";
import type { History, WarmthRules } from "#domain/temperature/history.ts";
import { addDays } from "#domain/time.ts";
import type { Expectation } from "#domain/touchpoints/kinds.ts";

/**
 * When the expectation that a touchpoint raised ends; null where it raised none. It ends after its days, when
 * it is fulfilled, or with the first conversation after it, on anybody's word: one introduction does not grant
 * unlimited access. A booked meeting is expected until it begins, whatever is said before.
 */
export function expectationEnd(
  touchpoint: Evidence,
  evidence: readonly Evidence[],
  history: History,
  rules: WarmthRules,
): Date | null {
  const { expectation } = touchpoint.of;
  if (!expectation || !raisesExpectation(touchpoint.of, rules)) return null;
  const days = daysOf(expectation, rules);
  const lapse = days === null ? touchpoint.endsAt : addDays(touchpoint.occurredAt, days, history.timeZone);
  if (!lapse) return null;

  let end = lapse;
  const { fulfilledAt } = touchpoint;
  if (expectation.endsWhenFulfilled && fulfilledAt && fulfilledAt < end) end = fulfilledAt;
  if (days === null) return end;
  for (const { of, occurredAt } of evidence) {
    if (of.isConversation && occurredAt > touchpoint.occurredAt && occurredAt < end) end = occurredAt;
  }
  return end;
}

function daysOf({ days }: Expectation, { settings }: WarmthRules): number | null {
  return typeof days === "string" ? settings[days] : days;
}
