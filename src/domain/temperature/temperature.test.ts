import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveStanding } from "#domain/temperature/derive-standing.ts";
import {
  defaultWarmthRules,
  type History,
  type HistoryTouchpoint,
  type LiveRelationship,
  type WarmthRules,
} from "#domain/temperature/history.ts";
import { definitions, heatAge, heatAt, type Standing, temperatureAt, windowAt } from "#domain/temperature/standing.ts";
import { temperatureOf } from "#domain/temperature/temperature-of.ts";
import { hourMs } from "#domain/time.ts";
import { defaultKinds, verifications } from "#domain/touchpoints/kinds.ts";

const start = Date.parse("2026-02-01T00:00:00Z");
const lowest = -1e9;
const rank = { cold: 0, warm: 1, hot: 2 };
const conversations = new Set(defaultKinds.filter(({ isConversation }) => isConversation).map(({ slug }) => slug));
const contextKinds = defaultKinds.filter(({ direction }) => direction === "context").map(({ slug }) => slug);

// Around both changes of the clocks, in steps that make touchpoints coincide.
const anInstant = fc.integer({ min: 0, max: 24 * 300 }).map((hour) => new Date(start + hour * hourMs));
const zone = fc.constantFrom(
  "America/New_York",
  "Europe/London",
  "Asia/Shanghai",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
);
const rulesOf = (definition: WarmthRules["definition"]): WarmthRules => ({ ...defaultWarmthRules, definition });
const anyRules = fc.constantFrom(...definitions).map(rulesOf);

const touchpointOf = (kind: fc.Arbitrary<string>, verification: fc.Arbitrary<HistoryTouchpoint["verification"]>) =>
  fc
    .record({
      kind,
      verification,
      occurredAt: anInstant,
      retracted: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
      endsAt: fc.option(anInstant),
      fulfilledAt: fc.option(anInstant),
    })
    .chain((touchpoint) => fc.uuid().map((id): HistoryTouchpoint => ({ id, ...touchpoint })));

const anyKind = fc.constantFrom(...defaultKinds.map(({ slug }) => slug), "kind_that_was_deleted");
const anyTouchpoint = touchpointOf(anyKind, fc.constantFrom(...verifications));
const aRelationship: fc.Arbitrary<LiveRelationship> = fc
  .record({ startedAt: anInstant, endedAt: fc.option(anInstant) })
  .map(({ startedAt, endedAt }) => ({ kind: "customer", startedAt, endedAt }));
const aHistory: fc.Arbitrary<History> = fc.record({
  touchpoints: fc.array(anyTouchpoint, { maxLength: 8 }),
  relationships: fc.array(aRelationship, { maxLength: 1 }),
  timeZone: zone,
  place: fc.constantFrom(undefined, { country: "US" }, { country: "GB" }),
});

const newestFact = ({ touchpoints, relationships = [] }: History): number =>
  Math.max(
    start,
    ...touchpoints.map(({ occurredAt }) => +occurredAt),
    ...relationships.map(({ startedAt }) => +startedAt),
  );
const aDelay = fc
  .oneof(fc.integer({ min: 0, max: 400 * 24 }), fc.integer({ min: 0, max: 100 }))
  .map((hours) => hours * hourMs);
describe("a stored standing", () => {
  test("says at every later instant what the definition says from scratch", () => {
    fc.assert(
      fc.property(aHistory, anyRules, aDelay, (history, rules, delay) => {
        const at = new Date(newestFact(history) + delay);
        const standing = deriveStanding(history, rules);
        const expected = temperatureOf(history, at, rules);

        expect(temperatureAt(standing, at)).toBe(expected.temperature);
        expect(windowAt(standing, at)).toEqual(expected.window);
        expect(standing.triggerId).toBe(expected.triggerId);
        expect(rawHeat(standing, at)).toBeCloseTo(expected.rawHeat, 6);
      }),
      { numRuns: 1500 },
    );
  });

  test("does not depend on the order in which touchpoints arrive", () => {
    fc.assert(
      fc.property(aHistory, anyRules, (history, rules) => {
        const reversed = { ...history, touchpoints: history.touchpoints.toReversed() };
        expect(deriveStanding(reversed, rules)).toEqual(deriveStanding(history, rules));
      }),
    );
  });
});

test("the order of contacts by heat never changes as time passes", () => {
  fc.assert(
    fc.property(aHistory, aHistory, aDelay, aDelay, (one, other, soon, later) => {
      const from = Math.max(newestFact(one), newestFact(other));
      const [a, b] = [deriveStanding(one), deriveStanding(other)];
      const stored = (a.heatLog ?? lowest) - (b.heatLog ?? lowest);
      for (const delay of [soon, later]) {
        const apart = heatAt(a, new Date(from + delay)) - heatAt(b, new Date(from + delay));
        // Two that are far below one point may show as equal, but never the other way round.
        expect(apart * stored).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

/*
 * "Later evidence" is any touchpoint at or after the newest fact, except a conversation: that is what an
 * expectation was about, so it turns hot into warm by definition. Even a conversation never makes colder than
 * warm, and never lowers the heat.
 */
describe("later evidence", () => {
  const laterThan = (history: History, touchpoint: HistoryTouchpoint, delay: number): History => ({
    ...history,
    touchpoints: [
      ...history.touchpoints,
      { ...touchpoint, retracted: false, occurredAt: new Date(newestFact(history) + delay) },
    ],
  });

  test("never cools, unless it is the conversation that was expected", () => {
    fc.assert(
      fc.property(aHistory, anyTouchpoint, anyRules, aDelay, aDelay, (history, touchpoint, rules, delay, wait) => {
        fc.pre(!conversations.has(touchpoint.kind));
        const more = laterThan(history, touchpoint, delay);
        const at = new Date(newestFact(more) + wait);
        const [before, after] = [deriveStanding(history, rules), deriveStanding(more, rules)];

        expect(rank[temperatureAt(after, at)]).toBeGreaterThanOrEqual(rank[temperatureAt(before, at)]);
        expect(heatAt(after, at)).toBeGreaterThanOrEqual(heatAt(before, at));
      }),
      { numRuns: 500 },
    );
  });

  test("in the form of a conversation leaves nobody colder than warm, and no less heat", () => {
    const conversation = touchpointOf(fc.constantFrom(...conversations), fc.constantFrom("captured"));
    fc.assert(
      fc.property(aHistory, conversation, aDelay, (history, touchpoint, delay) => {
        const more = laterThan(history, touchpoint, delay);
        const at = new Date(newestFact(more));

        expect(rank[temperatureAt(deriveStanding(more), at)]).toBeGreaterThanOrEqual(rank.warm);
        expect(heatAt(deriveStanding(more), at)).toBeGreaterThanOrEqual(heatAt(deriveStanding(history), at));
      }),
    );
  });
});

describe("nothing warms or heats", () => {
  const isCold = (history: History, rules: WarmthRules) => {
    const standing = deriveStanding(history, rules);
    expect({ ...standing, lastTouchAt: null }).toMatchObject({
      hotUntil: null,
      warmUntil: null,
      heatLog: null,
      triggerId: null,
    });
  };
  const without = (touchpoint: fc.Arbitrary<HistoryTouchpoint>) =>
    aHistory.chain((history) =>
      fc
        .array(touchpoint, { maxLength: 6 })
        .map((touchpoints): History => ({ ...history, touchpoints, relationships: [] })),
    );

  test("that a rep only claims", () => {
    fc.assert(fc.property(without(touchpointOf(anyKind, fc.constant("claimed"))), anyRules, isCold));
  });

  test("that is context: research, a profile viewed, news, a tip", () => {
    fc.assert(
      fc.property(
        without(touchpointOf(fc.constantFrom(...contextKinds), fc.constantFrom(...verifications))),
        anyRules,
        isCold,
      ),
    );
  });

  test("that was taken back", () => {
    const retracted = anyTouchpoint.map((touchpoint) => ({ ...touchpoint, retracted: true }));
    fc.assert(fc.property(without(retracted), anyRules, isCold));
  });

  test("in a scraped list, which is provenance and no touchpoint", () => {
    const scraped: History = { touchpoints: [], timeZone: "Europe/Paris", place: { country: "FR" } };

    for (const definition of definitions) isCold(scraped, rulesOf(definition));
  });
});

function rawHeat({ heatLog }: Standing, at: Date): number {
  return heatLog === null ? 0 : 2 ** (heatLog - heatAge(at));
}
