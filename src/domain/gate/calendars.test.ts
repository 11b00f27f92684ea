import { expect, test } from "vitest";
import { holidayTest } from "#domain/gate/calendars.ts";
import { dayNumberOf } from "#domain/instant-text.ts";

const isPublicHoliday = holidayTest("public holidays", { library: true, regions: true });

test.each([
  ["a region's own day", "DE", "BY", "2027-01-06", true],
  ["the same day in another region", "DE", "HE", "2027-01-06", false],
  ["a national day in a region that the library does not know", "HR", "21", "2026-12-25", true],
  ["a national day in a region with a strange name", "DE", "constructor", "2026-12-25", true],
  ["a day that the library lacks", "BR", "MG", "2026-11-20", true],
  ["a day of Taiwan's law of 2025", "TW", "TPE", "2026-12-25", true],
  ["the year before that law", "TW", undefined, "2024-12-25", false],
  ["Taiwan's national day, a Saturday, on the Friday", "TW", undefined, "2026-10-09", true],
  ["the third day of the Spring Festival", "CN", "SH", "2027-02-08", true],
  ["a country that does not exist", "XX", undefined, "2026-12-25", false],
] as const)("%s", (_name, country, region, day, expected) => {
  expect(isPublicHoliday(dayNumberOf(day), country, region)).toBe(expected);
});
