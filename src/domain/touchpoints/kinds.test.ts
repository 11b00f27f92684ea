import { describe, expect, test } from "vitest";
import { defaultKinds, defaultKindTable, flawOfKind, type TouchpointKind } from "#domain/touchpoints/kinds.ts";
import { industries, kindsFor, reasonForPreset } from "#domain/touchpoints/presets.ts";

const get = (slug: string): TouchpointKind => {
  const kind = defaultKindTable.get(slug);
  if (!kind) throw new Error(`no kind ${slug}`);
  return kind;
};

test("every kind has one row, and nothing about it is wrong", () => {
  expect(defaultKindTable.size).toBe(defaultKinds.length);
  expect(defaultKinds.filter((kind) => flawOfKind(kind))).toEqual([]);
});

test.each([
  ["introduction_made", "mutual", 100, 180, [0, 24], "introduction"],
  ["callback_requested", "contact", 100, 180, [0, 1], "inquiry"],
  ["reply_agreeing_to_talk", "contact", 90, 180, [0, 24], "conversation"],
  ["inbound_inquiry", "contact", 80, 180, [0, 4], "inquiry"],
  ["trial_started", "contact", 70, 120, [1, 24], "inquiry"],
  ["application_submitted", "contact", 70, 180, [0, 48], "application"],
  ["meeting_held", "mutual", 70, 365, [24, 72], "conversation"],
  ["call_conversation", "mutual", 50, 180, [24, 72], "conversation"],
  ["open_house_visited", "contact", 55, 90, [24, 48], "conversation"],
  ["webinar_registered", "contact", 15, 60, null, null],
  ["content_downloaded", "contact", 25, 60, [24, 48], null],
  ["email_replied", "contact", 45, 120, [2, 48], "conversation"],
  ["chat_held", "contact", 60, 120, [0, 4], "inquiry"],
  ["contract_renewed", "mutual", 60, 730, null, "contract"],
  ["donation", "contact", 60, 730, [24, 72], "donation"],
  ["alumni", "mutual", 30, 1095, null, "employment"],
  ["email_opened", "us", 3, 60, null, null],
  ["page_visited", "contact", 8, 30, null, null],
  ["tip_received", "context", 0, null, null, "tip"],
])("%s is %s, weighs %d and is remembered %s days", (slug, direction, weight, memoryDays, window, gateRelationship) => {
  const kind = get(slug);
  const found =
    kind.window && kind.window !== "at_meeting" ? [kind.window.opensAfterHours, kind.window.closesAfterHours] : null;

  expect({ ...kind, window: found }).toMatchObject({ direction, weight, memoryDays, window, gateRelationship });
});

test("expectations are raised by introductions, requests, agreements, bookings and applications alone", () => {
  const expectations = defaultKinds.flatMap(({ slug, expectation }) => (expectation ? [[slug, expectation.days]] : []));

  expect(expectations).toEqual([
    ["introduction_made", "introductionDays"],
    ["callback_requested", "requestDays"],
    ["demo_requested", "requestDays"],
    ["reply_agreeing_to_talk", 14],
    ["meeting_booked", null],
    ["application_submitted", 30],
  ]);
});

describe("a kind of a workspace's own", () => {
  test.each([
    ["a name that is no slug", { slug: "Golf Day" }, "slug"],
    ["a negative weight", { weight: -1 }, "weight"],
    ["half a day of memory", { memoryDays: 0.5 }, "memoryDays"],
    ["a window that closes before it opens", { window: { opensAfterHours: 48, closesAfterHours: 24 } }, "window"],
    ["context that warms", { direction: "context" as const }, "direction"],
    [
      "a mailing that makes people expect us",
      { direction: "us" as const, expectation: { days: 3, endsWhenFulfilled: false } },
      "expectation",
    ],
  ])("may not have %s", (_name, change, flaw) => {
    expect(flawOfKind({ ...get("webinar_attended"), ...change })).toBe(flaw);
  });
});

describe.each(industries)("the preset for %s", (industry) => {
  test("has all kinds, sound, and changes some of them for a reason", () => {
    const kinds = kindsFor(industry);
    const changed = kinds.filter((kind, index) => JSON.stringify(kind) !== JSON.stringify(defaultKinds[index]));

    expect(kinds.map(({ slug }) => slug)).toEqual(defaultKinds.map(({ slug }) => slug));
    expect(kinds.filter((kind) => flawOfKind(kind))).toEqual([]);
    expect(changed.length).toBeGreaterThan(2);
    expect(changed.every(({ slug }) => reasonForPreset(industry, slug))).toBe(true);
  });
});

test("without an industry the defaults hold", () => {
  expect(kindsFor()).toEqual(defaultKinds);
});
