import { describe, expect, test } from "vitest";
import { deriveStanding } from "#domain/temperature/derive-standing.ts";
import {
  defaultWarmthRules,
  type History,
  type HistoryTouchpoint,
  type WarmthRules,
} from "#domain/temperature/history.ts";
import { heatAt, temperatureAt, windowAt } from "#domain/temperature/standing.ts";
import { dayMs } from "#domain/time.ts";

const rulesOf = (definition: WarmthRules["definition"]): WarmthRules => ({ ...defaultWarmthRules, definition });
const one = (kind: string, at: string, more: Partial<HistoryTouchpoint> = {}): HistoryTouchpoint => ({
  id: kind,
  kind,
  occurredAt: new Date(at),
  verification: "captured",
  ...more,
});
const historyOf = (...touchpoints: HistoryTouchpoint[]): History => ({ touchpoints, timeZone: "Europe/Paris" });
const iso = (date: Date | null) => date?.toISOString() ?? null;

test("what we did alone warms only where the workspace counts what has arrived", () => {
  const opened = historyOf(one("email_opened", "2026-03-02T10:00:00Z"));
  const at = new Date("2026-03-03T11:00:00Z");

  expect(temperatureAt(deriveStanding(opened), at)).toBe("cold");
  expect(windowAt(deriveStanding(opened), at).state).toBe("none");
  expect(temperatureAt(deriveStanding(opened, rulesOf("broad")), at)).toBe("warm");
  expect(windowAt(deriveStanding(opened, rulesOf("broad")), at).state).toBe("in_window");
  expect(temperatureAt(deriveStanding(opened, rulesOf("referral-only")), at)).toBe("cold");
});

describe("an expectation", () => {
  const introduced = one("introduction_made", "2026-03-20T12:00:00Z"); // 13:00 in Paris

  test("ends after fourteen days at the same local time, across a change of the clocks", () => {
    const standing = deriveStanding(historyOf(introduced));

    expect(iso(standing.hotUntil)).toBe("2026-04-03T11:00:00.000Z");
    expect(temperatureAt(standing, new Date("2026-04-03T10:59:59Z"))).toBe("hot");
    expect(temperatureAt(standing, new Date("2026-04-03T11:00:00Z"))).toBe("warm");
  });

  test.each(["call_conversation", "meeting_held", "visit_held", "video_call_held"])(
    "ends with the first %s",
    (kind) => {
      const standing = deriveStanding(
        historyOf(introduced, one(kind, "2026-03-21T09:00:00Z", { verification: "claimed" })),
      );

      expect(temperatureAt(standing, new Date("2026-03-21T09:00:00Z"))).toBe("warm");
    },
  );

  test("comes back with a new request", () => {
    const talked = one("call_conversation", "2026-03-21T09:00:00Z");
    const standing = deriveStanding(historyOf(introduced, talked, one("callback_requested", "2026-03-21T09:10:00Z")));

    expect(temperatureAt(standing, new Date("2026-03-22T09:00:00Z"))).toBe("hot");
    expect(standing).toMatchObject({ expectationId: "callback_requested", triggerId: "callback_requested" });
  });

  test("survives the conversation in which it was raised", () => {
    const talked = one("call_conversation", "2026-03-21T09:00:00Z");
    const standing = deriveStanding(historyOf(talked, one("callback_requested", "2026-03-21T09:00:00Z")));

    expect(temperatureAt(standing, new Date("2026-03-21T09:00:00Z"))).toBe("hot");
  });

  test("of a request ends when it is fulfilled", () => {
    const fulfilledAt = new Date("2026-03-23T09:00:00Z");
    const standing = deriveStanding(historyOf(one("callback_requested", "2026-03-21T09:10:00Z", { fulfilledAt })));

    expect(iso(standing.hotUntil)).toBe(iso(fulfilledAt));
  });

  test("of a booked meeting lasts until the meeting, whatever is said before", () => {
    const endsAt = new Date("2026-04-30T09:00:00Z");
    const booked = one("meeting_booked", "2026-03-21T09:10:00Z", { endsAt });
    const standing = deriveStanding(historyOf(booked, one("call_conversation", "2026-03-25T09:00:00Z")));

    expect(iso(standing.hotUntil)).toBe(iso(endsAt));
    expect(windowAt(standing, endsAt)).toMatchObject({ opensAt: endsAt, state: "in_window" });
  });

  test("is hot under referral-only only for introductions and requests to be called", () => {
    const at = new Date("2026-03-21T09:00:00Z");
    const temperature = (kind: string) =>
      temperatureAt(deriveStanding(historyOf(one(kind, "2026-03-20T12:00:00Z")), rulesOf("referral-only")), at);

    expect(["introduction_made", "callback_requested", "demo_requested"].map(temperature)).toEqual([
      "hot",
      "hot",
      "hot",
    ]);
    expect(["reply_agreeing_to_talk", "application_submitted", "meeting_held"].map(temperature)).toEqual([
      "cold",
      "cold",
      "cold",
    ]);
  });
});

describe("a relationship", () => {
  const customer = (endedAt: Date | null): History => ({
    touchpoints: [],
    relationships: [{ kind: "customer", startedAt: new Date("2020-01-01"), endedAt }],
    timeZone: "UTC",
  });

  test("keeps warm while it lives, and no longer", () => {
    const at = new Date("2030-01-01");

    expect(temperatureAt(deriveStanding(customer(null)), at)).toBe("warm");
    expect(temperatureAt(deriveStanding(customer(at)), at)).toBe("cold");
    expect(temperatureAt(deriveStanding(customer(at)), new Date(+at - 1))).toBe("warm");
  });
});

describe("a call window", () => {
  const closes = (kind: string, at: string, place?: History["place"]) =>
    iso(deriveStanding({ ...historyOf(one(kind, at)), timeZone: "America/New_York", place }).windowClosesAt);

  test.each([
    ["that closes in the hours closes then", "webinar_attended", "2026-11-16T15:00:00Z", "2026-11-19T15:00:00.000Z"],
    [
      "that closes at night lasts through the next day",
      "callback_requested",
      "2026-11-24T02:00:00Z",
      "2026-11-25T01:00:00.000Z",
    ],
    [
      "that closes on Sunday lasts through Monday",
      "webinar_attended",
      "2026-11-19T15:00:00Z",
      "2026-11-24T01:00:00.000Z",
    ],
    [
      "that closes with the hours is not stretched",
      "callback_requested",
      "2026-11-24T00:00:00Z",
      "2026-11-24T01:00:00.000Z",
    ],
    [
      "that closes as the hours begin lasts through them",
      "callback_requested",
      "2026-11-24T13:00:00Z",
      "2026-11-25T01:00:00.000Z",
    ],
  ])("%s", (_name, kind, at, expected) => {
    expect(closes(kind, at)).toBe(expected);
  });

  test("that closes on a holiday lasts through the next working day", () => {
    const thanksgiving = "2026-11-26T15:00:00Z";

    expect(closes("callback_requested", thanksgiving)).toBe("2026-11-26T16:00:00.000Z");
    expect(closes("callback_requested", thanksgiving, { country: "US" })).toBe("2026-11-28T01:00:00.000Z");
  });

  test("opens early, is in window, and is late", () => {
    const standing = deriveStanding(historyOf(one("webinar_attended", "2026-11-16T15:00:00Z")));
    const state = (at: string) => windowAt(standing, new Date(at)).state;

    expect(
      ["2026-11-17T14:59:59Z", "2026-11-17T15:00:00Z", "2026-11-19T14:59:59Z", "2026-11-19T15:00:00Z"].map(state),
    ).toEqual(["early", "in_window", "in_window", "late"]);
  });

  test("belongs to the live expectation rather than to what came after it", () => {
    const standing = deriveStanding(
      historyOf(one("introduction_made", "2026-11-16T15:00:00Z"), one("webinar_attended", "2026-11-17T15:00:00Z")),
    );

    expect(standing).toMatchObject({ triggerId: "introduction_made", lastTouchAt: new Date("2026-11-17T15:00:00Z") });
  });
});

test("heat halves in fourteen days and stays within its scale", () => {
  const standing = deriveStanding(historyOf(one("introduction_made", "2026-03-20T12:00:00Z")));
  const from = Date.parse("2026-03-20T12:00:00Z");

  expect(heatAt(standing, new Date(from))).toBeCloseTo(75, 9);
  expect(heatAt(standing, new Date(from + 14 * dayMs))).toBeCloseTo(50, 9);
  expect(heatAt({ heatLog: null }, new Date(from))).toBe(0);
});

test("heat is still a number a hundred years on", () => {
  const standing = deriveStanding(historyOf(one("introduction_made", "2126-03-20T12:00:00Z")));

  expect(heatAt(standing, new Date("2126-03-20T12:00:00Z"))).toBeCloseTo(75, 6);
});
