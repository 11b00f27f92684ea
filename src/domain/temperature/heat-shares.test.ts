import { expect, test } from "vitest";
import { heatShares } from "#domain/temperature/heat-shares.ts";
import { defaultWarmthRules } from "#domain/temperature/history.ts";

const now = new Date("2026-11-23T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test("a touchpoint of half the weight today is worth as much as one of the whole weight a half-life ago", () => {
  const touchpoints = [
    { id: "a", kind: "introduction_made", occurredAt: daysAgo(14), verification: "captured" as const },
    { id: "b", kind: "call_conversation", occurredAt: daysAgo(0), verification: "captured" as const },
  ];

  const shares = heatShares({ touchpoints, timeZone: "Etc/UTC" }, defaultWarmthRules, now);

  expect(shares.map(({ share }) => share)).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.5, 9)]);
});

test("claims, context, what was taken back and what is yet to come add nothing", () => {
  const touchpoint = { id: "a", kind: "meeting_held", occurredAt: daysAgo(1), verification: "captured" as const };
  const touchpoints = [
    touchpoint,
    { ...touchpoint, id: "b", verification: "claimed" as const },
    { ...touchpoint, id: "c", kind: "research_note" },
    { ...touchpoint, id: "d", retracted: true },
    { ...touchpoint, id: "e", occurredAt: daysAgo(-1) },
  ];

  expect(heatShares({ touchpoints, timeZone: "Etc/UTC" }, defaultWarmthRules, now)).toEqual([
    { touchpointId: "a", kind: "meeting_held", occurredAt: daysAgo(1), share: 1, warmUntil: daysAgo(1 - 365) },
  ]);
});
