import { callWindowOf } from "#domain/temperature/call-window.ts";
import {
  defaultWarmthRules,
  type History,
  type HistoryTouchpoint,
  type WarmthRules,
} from "#domain/temperature/history.ts";
import { type CallWindow, heatHalfLifeDays, type Temperature } from "#domain/temperature/standing.ts";
import { addDays, dayMs } from "#domain/time.ts";
import type { TouchpointKind } from "#domain/touchpoints/kinds.ts";

export type Reading = { temperature: Temperature; rawHeat: number; window: CallWindow; triggerId: string | null };

/**
 * The temperature, heat and call window at an instant, from scratch and word for word as they are defined. Slow
 * and with no thought of storage: it is what a stored standing is checked against.
 */
export function temperatureOf(history: History, at: Date, rules: WarmthRules = defaultWarmthRules): Reading {
  const { definition, kinds } = rules;
  const known = history.touchpoints.filter(({ occurredAt, retracted }) => occurredAt <= at && !retracted);
  const verified = known.filter(({ verification }) => verification !== "claimed");
  const kindOf = ({ kind }: HistoryTouchpoint) => kinds.get(kind);
  const isExpecting = (each: HistoryTouchpoint, when: Date) => expects(each, kindOf(each), known, history, rules, when);

  const isHot = verified.some((each) => isExpecting(each, at));
  const isRemembered = verified.some((each) => remembers(each, kindOf(each), history, rules, at));
  const isRelated = (history.relationships ?? []).some(
    ({ startedAt, endedAt }) => startedAt <= at && (endedAt === null || at < endedAt),
  );
  const isWarm = definition !== "referral-only" && (isRemembered || isRelated);

  const rawHeat = verified.reduce((sum, each) => {
    const ageInDays = (at.getTime() - each.occurredAt.getTime()) / dayMs;
    return sum + (kindOf(each)?.weight ?? 0) * 0.5 ** (ageInDays / heatHalfLifeDays);
  }, 0);

  const newest = known
    .filter((each) => (kindOf(each)?.direction ?? "context") !== "context")
    .reduce((latest, { occurredAt }) => Math.max(latest, occurredAt.getTime()), Number.NEGATIVE_INFINITY);
  const windows = verified.flatMap((each) => {
    const of = kindOf(each);
    const window = of && of.direction !== "context" && callWindowOf({ ...each, of }, history, rules);
    return window ? [{ each, ...window }] : [];
  });
  const alive = windows.filter(({ each }) => isExpecting(each, new Date(newest)));
  const [trigger] = (alive.length > 0 ? alive : windows).toSorted(
    (one, other) =>
      other.each.occurredAt.getTime() - one.each.occurredAt.getTime() || (one.each.id < other.each.id ? 1 : -1),
  );
  return {
    temperature: isHot ? "hot" : isWarm ? "warm" : "cold",
    rawHeat,
    window: trigger ? stateOf(trigger.opensAt, trigger.closesAt, at) : { opensAt: null, closesAt: null, state: "none" },
    triggerId: trigger?.each.id ?? null,
  };
}

function stateOf(opensAt: Date, closesAt: Date, at: Date): CallWindow {
  const state = at < opensAt ? "early" : at < closesAt ? "in_window" : "late";
  return { opensAt, closesAt, state };
}

function expects(
  touchpoint: HistoryTouchpoint,
  kind: TouchpointKind | undefined,
  known: readonly HistoryTouchpoint[],
  history: History,
  { definition, kinds, settings }: WarmthRules,
  at: Date,
): boolean {
  if (!kind?.expectation || kind.direction === "context") return false;
  if (definition === "referral-only" && !kind.hotUnderReferralOnly) return false;

  const { days, endsWhenFulfilled } = kind.expectation;
  if (endsWhenFulfilled && touchpoint.fulfilledAt && touchpoint.fulfilledAt <= at) return false;
  if (days === null) return Boolean(touchpoint.endsAt && at < touchpoint.endsAt);

  const hasSpoken = known.some(
    (other) =>
      kinds.get(other.kind)?.isConversation && touchpoint.occurredAt < other.occurredAt && other.occurredAt <= at,
  );
  const lasts = typeof days === "number" ? days : settings[days];
  return !hasSpoken && at < addDays(touchpoint.occurredAt, lasts, history.timeZone);
}

function remembers(
  { occurredAt }: HistoryTouchpoint,
  kind: TouchpointKind | undefined,
  { timeZone }: History,
  { definition }: WarmthRules,
  at: Date,
): boolean {
  if (!kind || kind.memoryDays === null || kind.direction === "context") return false;
  if (kind.direction === "us" && definition !== "broad") return false;
  return at < addDays(occurredAt, kind.memoryDays, timeZone);
}
