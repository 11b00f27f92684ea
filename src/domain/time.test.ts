import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInstant } from "#domain/instant-text.ts";
import {
  addDays,
  firstInstant,
  formatInZone,
  hourMs,
  instantOfWall,
  isSameTimeZone,
  isValidTimeZone,
  localDay,
  localTime,
  parseWallTime,
  startOfDay,
  wallTime,
} from "#domain/time.ts";

const zones = Intl.supportedValuesOf("timeZone");
const aZone = fc.constantFrom(...zones);
const anInstant = fc.date({ min: new Date("1985-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
const iso = (date: Date | null | undefined) => date?.toISOString();

test("a wall time, a day later and a reading agree with Temporal in every zone", () => {
  fc.assert(
    fc.property(anInstant, aZone, fc.integer({ min: -400, max: 800 }), (at, zone, days) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

      expect(new Date(wallTime(at, zone)).toISOString().slice(0, 19)).toBe(zoned.toString().slice(0, 19));
      expect(addDays(at, days, zone).getTime()).toBe(zoned.add({ days }).epochMilliseconds);
      expect(Date.parse(formatInZone(at, zone))).toBe(at.getTime());
      expect(localTime(at, zone).weekday).toBe(["mon", "tue", "wed", "thu", "fri", "sat", "sun"][zoned.dayOfWeek - 1]);
    }),
    { numRuns: 500 },
  );
});

describe("on the days when clocks change", () => {
  test.each([
    ["a skipped time moves on", "2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00.000Z"],
    ["a repeated time is the earlier one", "2026-11-01 01:30:15", "America/New_York", "2026-11-01T05:30:15.000Z"],
    ["a day may begin at one o'clock", "2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z"],
    ["an ordinary time is itself", "2026-11-24T09:00", "Europe/Paris", "2026-11-24T08:00:00.000Z"],
  ])("%s", (_name, text, zone, expected) => {
    expect(iso(parseWallTime(text, zone))).toBe(expected);
  });

  test("a day later is the same time of day, though 23 or 25 hours lie between", () => {
    const paris = "Europe/Paris";
    const saturday = new Date("2026-03-28T17:00:00Z");
    const before = new Date("2026-10-24T16:00:00Z");

    expect(formatInZone(addDays(saturday, 1, paris), paris)).toBe("2026-03-29T18:00:00+02:00");
    expect(formatInZone(addDays(before, 1, paris), paris)).toBe("2026-10-25T18:00:00+01:00");
  });

  test("a wall time round-trips unless it is skipped", () => {
    fc.assert(
      fc.property(anInstant, aZone, (at, zone) => {
        const again = instantOfWall(wallTime(at, zone), zone);
        expect(again <= at).toBe(true); // the earlier of two
        expect(wallTime(again, zone)).toBe(wallTime(at, zone));
      }),
      { numRuns: 300 },
    );
  });

  test("the first instant of a rule may be the very jump of the clock", () => {
    // A rule that holds from 02:15 to 03:30 is met at 03:00 on the day that has no 02:15.
    const from = new Date("2026-03-08T05:00:00Z");
    const rule = (wall: number) => Math.max(wall, Math.floor(wall / (24 * hourMs)) * 24 * hourMs + 2.25 * hourMs);

    expect(iso(firstInstant(from, "America/New_York", rule))).toBe("2026-03-08T07:00:00.000Z");
  });
});

test("the hour before a change of the clocks is right, also when the change itself was asked first", () => {
  const zone = "US/Michigan"; // a name that no other test has used
  const change = new Date("2026-03-08T07:00:00Z");

  expect(formatInZone(change, zone)).toBe("2026-03-08T03:00:00-04:00");
  expect(formatInZone(new Date(change.getTime() - hourMs), zone)).toBe("2026-03-08T01:00:00-05:00");
});

test("British Columbia and Alberta no longer change their clocks", () => {
  expect(formatInZone(new Date("2026-12-15T20:00:00Z"), "America/Vancouver")).toBe("2026-12-15T13:00:00-07:00");
  expect(formatInZone(new Date("2026-12-15T20:00:00Z"), "America/Edmonton")).toBe("2026-12-15T14:00:00-06:00");
});

test.each([
  ["Europe/Paris", true],
  ["Asia/Calcutta", true],
  ["UTC", true],
  ["+02:00", false],
  ["Europe/Nowhere", false],
  ["", false],
  ["2026-01-01T00:00[Europe/Paris]", false],
])("%j is a time zone: %s", (name, expected) => {
  expect(isValidTimeZone(name)).toBe(expected);
});

test("what is no date or no time is refused", () => {
  expect(
    ["2026-02-30", "2026-01-01T25:00", "yesterday", "01/02/2026"].map((text) => parseWallTime(text, "UTC")),
  ).toEqual([undefined, undefined, undefined, undefined]);
});

test("old and new names of a zone are the same zone", () => {
  expect(isSameTimeZone("Asia/Calcutta", "Asia/Kolkata")).toBe(true);
  expect(isSameTimeZone("Europe/Paris", "Europe/Berlin")).toBe(false);
});

test("days are those of the zone", () => {
  const at = new Date("2026-11-24T23:30:00Z");

  expect(localDay(at, "Asia/Tokyo")).toBe("2026-11-25");
  expect(iso(startOfDay("2026-11-25", "Asia/Tokyo"))).toBe("2026-11-24T15:00:00.000Z");
});

test("an instant is read as `Date.parse` reads it, in every shape that RFC 3339 has", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
      (date, minutes) => {
        const size = Math.abs(minutes);
        const offset = `${minutes < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
        const text = date.toISOString();
        for (const written of [text, text.replace(/\.\d+Z$/, "Z"), text.replace(/\.\d+Z$/, offset)]) {
          expect(parseInstant(written)).toBe(Date.parse(written));
        }
      },
    ),
  );
});
