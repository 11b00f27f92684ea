import { expect, test } from "vitest";
import { instantOf, otherClock, quickTimes } from "#web/ui/zoned-time.ts";

test("a time agreed in Chicago is shown on a clock in London", () => {
  expect(otherClock("2026-11-26T15:00", "America/Chicago", "Europe/London")).toBe("2026-11-26T21:00");
});

test("the clocks differ by an hour less in the week in which only one of them has changed", () => {
  expect(otherClock("2026-03-10T15:00", "America/Chicago", "Europe/London")).toBe("2026-03-10T20:00");
});

test("half a time is no instant", () => {
  expect(instantOf("2026-11-26T", "Europe/London")).toBeUndefined();
  expect(otherClock("2026-11-26T", "America/Chicago", "Europe/London")).toBe("2026-11-26T");
});

test("quick times are meant on the other's clock, and today's afternoon is offered only before it", () => {
  const now = new Date("2026-11-23T20:30:00Z");

  expect(quickTimes(now, "America/Chicago")).toEqual([
    { key: "hour", local: "2026-11-23T15:30" },
    { key: "afternoon", local: "2026-11-23T15:00" },
    { key: "tomorrow", local: "2026-11-24T10:00" },
    { key: "week", local: "2026-11-30T10:00" },
  ]);
  expect(quickTimes(now, "Asia/Taipei").map(({ local }) => local)).toEqual([
    "2026-11-24T05:30",
    "2026-11-24T15:00",
    "2026-11-25T10:00",
    "2026-12-01T10:00",
  ]);
  expect(quickTimes(now, "Europe/London").map(({ key }) => key)).toEqual(["hour", "tomorrow", "week"]);
});
