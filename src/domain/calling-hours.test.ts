import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CallingHours,
  defaultCallingHours,
  endOfNextOpening,
  isOpen,
  nextOpening,
} from "#domain/calling-hours.ts";
import { holidaysOf } from "#domain/holidays.ts";
import { minuteMs } from "#domain/time.ts";

const iso = (date: Date | null) => date?.toISOString() ?? null;
const aZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
const aMinute = fc
  .integer({ min: Date.parse("2026-01-01") / minuteMs, max: Date.parse("2027-01-01") / minuteMs })
  .map((minute) => new Date(minute * minuteMs));

test.each([
  ["Tuesday noon", "2026-11-24T12:00:00Z", true],
  ["the minute it opens", "2026-11-24T09:00:00Z", true],
  ["the second before", "2026-11-24T08:59:59Z", false],
  ["the minute it closes", "2026-11-24T20:00:00Z", false],
  ["Saturday at four", "2026-11-28T16:00:00Z", false],
  ["Saturday just before", "2026-11-28T15:59:59Z", true],
  ["Sunday", "2026-11-29T12:00:00Z", false],
])("%s", (_name, at, expected) => {
  expect(isOpen(defaultCallingHours, new Date(at), "UTC")).toBe(expected);
});

test("a closed day moves the next opening past it", () => {
  const thanksgivingEve = new Date("2026-11-26T02:00:00Z"); // 21:00 on the 25th in New York
  const isHoliday = holidaysOf({ country: "US", region: "NY" });

  expect(iso(nextOpening(defaultCallingHours, thanksgivingEve, "America/New_York", isHoliday))).toBe(
    "2026-11-27T14:00:00.000Z",
  );
  expect(iso(endOfNextOpening(defaultCallingHours, thanksgivingEve, "America/New_York", isHoliday))).toBe(
    "2026-11-28T01:00:00.000Z",
  );
});

test("a plan without openings never opens", () => {
  expect(nextOpening({}, new Date("2026-11-24T12:00:00Z"), "UTC")).toBe(null);
  expect(nextOpening({ mon: [{ from: "10:00", until: "10:00" }] }, new Date("2026-11-24T12:00:00Z"), "UTC")).toBe(null);
});

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "15", "30"))
  .map(([h, m]) => `${String(h).padStart(2, "0")}:${m}`);
const opening = fc.tuple(clock, clock).map(([one, other]) => ({ from: one, until: other > one ? other : "24:00" }));
const aPlan: fc.Arbitrary<CallingHours> = fc.record(
  Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [
      day,
      fc.array(opening, { minLength: 1, maxLength: 2 }),
    ]),
  ),
  { requiredKeys: ["sun"] },
);

test("the next opening is the first open minute, in every zone and with any hours", () => {
  fc.assert(
    fc.property(aMinute, aZone, aPlan, (at, zone, plan) => {
      let minute = at;
      while (!isOpen(plan, minute, zone))
        minute = new Date(minute.getTime() + 15 * minuteMs - (minute.getTime() % (15 * minuteMs)));
      // Some zones are off the quarter of an hour in no current year, so steps of fifteen minutes find the edge.

      expect(iso(nextOpening(plan, at, zone))).toBe(iso(minute));
    }),
    { numRuns: 200 },
  );
});

test("hours that touch at midnight run on", () => {
  const plan: CallingHours = { mon: [{ from: "22:00", until: "24:00" }], tue: [{ from: "00:00", until: "01:00" }] };

  expect(iso(endOfNextOpening(plan, new Date("2026-11-23T23:00:00Z"), "UTC"))).toBe("2026-11-24T01:00:00.000Z");
});

test("public holidays are whole days of the place, regional ones only there", () => {
  const bavaria = holidaysOf({ country: "DE", region: "BY" });

  expect(["2026-01-06", "2026-12-25", "2026-12-24", "2026-11-24"].map(bavaria)).toEqual([true, true, false, false]);
  expect(holidaysOf({ country: "DE" })("2026-01-06")).toBe(false);
  expect(holidaysOf({ country: "CN" })("2026-03-08")).toBe(false); // an afternoon
  expect(holidaysOf({ country: "??" })("2026-12-25")).toBe(false);
  expect(holidaysOf(undefined)("2026-12-25")).toBe(false);
});
