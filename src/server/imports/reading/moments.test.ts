import { describe, expect, test } from "vitest";
import { guessDateOrder, parseMoment } from "#server/imports/reading/moments.ts";

const us = { order: "mdy" as const, zone: null };

describe("dates as exports write them", () => {
  const spellings: [text: string, expected: string][] = [
    ["12 Mar 2025", "2025-03-12"],
    ["07 Jun 2026", "2026-06-07"],
    ["2025-06-01 14:03:22 UTC", "2025-06-01T14:03:22Z"],
    ["1/29/26, 2:37 PM", "2026-01-29T14:37:00"],
    ["3/5/26, 1:45 AM", "2026-03-05T01:45:00"],
    ["3/15/2024 12:05 AM", "2024-03-15T00:05:00"],
    ["2024/01/05 10:00:00 UTC", "2024-01-05T10:00:00Z"],
    ["2026-01-15T10:00:00.000Z", "2026-01-15T10:00:00Z"],
    ["2026-01-15T10:00:00+0200", "2026-01-15T08:00:00Z"],
    ["Mar 28, 2020 09:07:39", "2020-03-28T09:07:39"],
    ["Apr 09, 2020 8:50 PM", "2020-04-09T20:50:00"],
    ["08/09/2026 10:50:00 AM", "2026-08-09T10:50:00"],
    ["11/29/24 22:28", "2024-11-29T22:28:00"],
    ["Sep 26, 2026 7:05 PM", "2026-09-26T19:05:00"],
    ["April 1, 2026 10:00 AM", "2026-04-01T10:00:00"],
    ["2026/05/01 2:03:04 PM GMT+2", "2026-05-01T12:03:04Z"],
    ["Tue, 31 Aug 2010 20:36:29 +0000", "2010-08-31T20:36:29Z"],
    ["Sun, 05 Jan 2020 23:49:45 -0500", "2020-01-06T04:49:45Z"],
    ["Wed 05/06/2026 2:03 PM", "2026-05-06T14:03:00"],
    ["2025-12-04 07:57:14.083", "2025-12-04T07:57:14"],
    ["31.12.2025 14:05", "2025-12-31T14:05:00"],
    ["2026年3月4日", "2026-03-04"],
    ["2026年3月4日 下午3:05", "2026-03-04T15:05:00"],
    ["20260504", "2026-05-04"],
    ["12/9/1906", "1906-12-09"],
    ["31/12/2025", "2025-12-31"],
    ["1764835034000", "2025-12-04T07:57:14Z"],
    ["2026-05-01 14:00 EST", "2026-05-01T19:00:00Z"],
  ];

  test.each(spellings)("%s", (text, expected) => {
    expect(inWords(text)).toBe(expected);
  });
});

test.each([
  "",
  "--",
  "0/0/00",
  "soon",
  "2026-02-30",
  "13/13/2026",
  "2026-01-01 25:00",
  "2026-01-01 10:00 Mars",
  "12",
  "--12-10",
])("%s is no date", (text) => {
  expect(parseMoment(text, us)).toBeNull();
});

test("a source that writes the day first is read that way, except where that cannot be", () => {
  const european = { order: "dmy" as const, zone: null };

  expect(parseMoment("3/5/2026", european)).toEqual({ day: "2026-05-03" });
  expect(parseMoment("3/25/2026", european)).toEqual({ day: "2026-03-25" });
});

test("a source whose times are UTC needs no zone in them", () => {
  expect(parseMoment("2017-11-14 21:45:08", { order: "mdy", zone: "UTC" })).toEqual({
    instant: new Date("2017-11-14T21:45:08Z"),
  });
});

test("one value that can be read in only one way tells the order of the column", () => {
  expect(guessDateOrder(["1/2/2026", "25/2/2026"])).toBe("dmy");
  expect(guessDateOrder(["1/2/2026", "2/25/2026"])).toBe("mdy");
  expect(guessDateOrder(["1/2/2026"])).toBeNull();
});

function inWords(text: string): string | null {
  const moment = parseMoment(text, us);
  if (!moment) return null;
  if ("day" in moment) return moment.day;
  return "local" in moment ? moment.local : moment.instant.toISOString().replace(".000Z", "Z");
}
