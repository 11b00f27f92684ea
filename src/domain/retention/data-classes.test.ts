import { expect, test } from "vitest";
import { lawAgainst, monthsKept } from "#domain/retention/data-classes.ts";

test.each([
  ["nothing was chosen", new Map(), 60],
  ["another time was chosen", new Map([["touchpoints", 24]]), 24],
  ["for good was chosen", new Map([["touchpoints", null]]), null],
])("where %s, touchpoints are kept so", (_name, own, expected) => {
  expect(monthsKept("touchpoints", own)).toBe(expected);
});

test.each([
  ["call_detail", 59, "US", true],
  ["call_detail", 60, "US", false],
  ["call_detail", null, "US", false],
  ["call_detail", 12, "DE", false],
  ["touchpoints", 12, "US", false],
] as const)("%s for %s months in %s breaks a law: %s", (dataClass, months, country, breaks) => {
  expect(lawAgainst(dataClass, { months, country }) !== undefined).toBe(breaks);
});
