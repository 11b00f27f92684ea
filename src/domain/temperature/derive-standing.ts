import { callWindowOf } from "#domain/temperature/call-window.ts";
import { byTime, type Evidence, evidenceOf, warms, windowOfKind } from "#domain/temperature/evidence.ts";
import { expectationEnd } from "#domain/temperature/expectation.ts";
import { defaultWarmthRules, type History, type WarmthRules } from "#domain/temperature/history.ts";
import { coldStanding, forever, heatAge, type Standing } from "#domain/temperature/standing.ts";
import { addDays } from "#domain/time.ts";
import { isVerified } from "#domain/touchpoints/kinds.ts";

type Expected = { touchpoint: Evidence; until: Date };

/** Works out the standing of a contact. It reads no clock: the answer holds from the newest fact on. */
export function deriveStanding(history: History, rules: WarmthRules = defaultWarmthRules): Standing {
  const evidence = evidenceOf(history, rules).sort(byTime);
  const warmUntil = warmthEnd(evidence, history, rules);
  const newest = evidence.at(-1);
  if (!newest) return { ...coldStanding, warmUntil };

  const verified = evidence.filter(({ verification }) => isVerified(verification));
  const expected = verified.flatMap((touchpoint): Expected[] => {
    const until = expectationEnd(touchpoint, evidence, history, rules);
    return until ? [{ touchpoint, until }] : [];
  });
  const hottest = expected.toSorted((one, other) => one.until.getTime() - other.until.getTime()).at(-1);
  const trigger = triggerOf(expected, verified, newest, rules);
  const window = trigger && callWindowOf(trigger, history, rules);
  return {
    hotFrom: hottest?.touchpoint.occurredAt ?? null,
    hotUntil: hottest?.until ?? null,
    warmUntil,
    heatLog: heatLogOf(verified),
    triggerId: (window && trigger?.id) ?? null,
    windowOpensAt: window?.opensAt ?? null,
    windowClosesAt: window?.closesAt ?? null,
    lastTouchAt: newest.occurredAt,
    expectationId: hottest?.touchpoint.id ?? null,
  };
}

/**
 * The touchpoint that opens the call window, chosen as of the newest touchpoint so that no clock is needed:
 * the newest whose expectation was alive then, else the newest verified one; of those whose kind has a window.
 */
function triggerOf(
  expected: readonly Expected[],
  verified: readonly Evidence[],
  newest: Evidence,
  rules: WarmthRules,
): Evidence | undefined {
  const opens = ({ of, endsAt }: Evidence) => {
    const window = windowOfKind(of, rules);
    return window === "at_meeting" ? Boolean(endsAt) : window !== null;
  };
  const alive = expected.findLast(({ touchpoint, until }) => newest.occurredAt < until && opens(touchpoint));
  return alive?.touchpoint ?? verified.findLast(opens);
}

function warmthEnd(evidence: readonly Evidence[], history: History, rules: WarmthRules): Date | null {
  let end: Date | null = null;
  const stretch = (until: Date) => {
    if (!end || end < until) end = until;
  };
  for (const { of, occurredAt, verification } of evidence) {
    if (!isVerified(verification) || of.memoryDays === null || !warms(of, rules)) continue;
    stretch(addDays(occurredAt, of.memoryDays, history.timeZone));
  }
  if (rules.definition !== "referral-only") {
    for (const { endedAt } of history.relationships ?? []) stretch(endedAt ?? forever);
  }
  return end;
}

/** Forward decay (Cormode et al., ICDE 2009): every weight grows with its date, so the sum never needs a new "now". */
function heatLogOf(verified: readonly Evidence[]): number | null {
  const weights = verified.filter(({ of }) => of.weight > 0);
  const logs = weights.map(({ of, occurredAt }) => Math.log2(of.weight) + heatAge(occurredAt));
  if (logs.length === 0) return null;
  const top = Math.max(...logs); // taken out of the sum, which would overflow in the far future
  return top + Math.log2(logs.reduce((sum, log) => sum + 2 ** (log - top), 0));
}
