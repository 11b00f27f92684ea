import { describe, expect, test } from "vitest";
import { decide } from "#domain/gate/decide.ts";
import type { GateRequest } from "#domain/gate/types.ts";
import { dayMs, minuteMs } from "#domain/time.ts";

/** At five in the morning in New York, in a country that is opened under our own rules; they open at nine. */
const now = Date.parse("2026-11-24T10:00:00Z");
const call: GateRequest = {
  at: "2026-11-24T10:00:00Z",
  attempt: { channel: "call", purpose: "marketing" },
  seller: { country: "US" },
  contact: { locations: [{ country: "XX", timeZone: "America/New_York" }] },
  relationships: [{ kind: "conversation", at: "2026-11-12T15:00:00Z" }],
  policy: { countries: ["XX"] },
};
const later = (ms: number) => new Date(now + ms).toISOString();
const many = <Fact>(make: (index: number) => Fact, length = 10_000) =>
  Array.from({ length }, (_, index) => make(index));
const inZones = (zones: readonly string[]): GateRequest => ({
  ...call,
  contact: { locations: zones.map((timeZone) => ({ country: "XX", timeZone })) },
});
const everyZone = Intl.supportedValuesOf("timeZone");

describe("no request takes long", () => {
  const busyMs = 1_000;
  const consent = { channels: ["call"], form: "oral" as const, givenBy: "contact" as const };
  const night = many((index) => `${later(index * dayMs)}/PT30M`).join(",");
  const quietMinutes = Array.from({ length: 720 }, (_, index) => {
    const clock = (minute: number) => new Date(minute * minuteMs).toISOString().slice(11, 16);
    return { from: clock((index * 14) % 1440), until: clock((index * 14 + 1) % 1440) };
  });

  test.each<[string, string | null, GateRequest]>([
    ["hours of two zones that never meet", null, inZones(["America/New_York", "Asia/Shanghai"])],
    ["thirty zones", null, inZones(everyZone.filter((_, index) => index % 14 === 0))],
    ["a person who may be anywhere", null, inZones(everyZone)],
    ["quiet all day", null, { ...call, contact: { ...call.contact, quietHours: [{ from: "07:00", until: "07:00" }] } }],
    [
      "a day of the week that the law closes",
      null,
      {
        ...call,
        contact: { locations: [{ country: "US", region: "AL", timeZone: "America/Chicago" }] },
        policy: { hours: { sun: [{ from: "09:00", until: "12:00" }] } },
      },
    ],
    ["many wishes", "2026-11-24T09:01:00-05:00", { ...call, contact: { ...call.contact, quietHours: quietMinutes } }],
    [
      "many relationships to come",
      "2026-11-24T09:00:00-05:00",
      { ...call, relationships: many((index) => ({ kind: "conversation", at: later((index - 1) * minuteMs) })) },
    ],
    [
      "a long history of relationships",
      "2026-11-24T09:00:00-05:00",
      {
        ...call,
        relationships: many((index) => ({ kind: "conversation", at: later((index - 30_000) * minuteMs) }), 30_000),
      },
    ],
    [
      "many attempts",
      "2027-02-22T09:00:00-05:00",
      { ...call, attempts: many(() => ({ channel: "call", at: later(0), outcome: "not_now" })) },
    ],
    [
      "many times that were agreed, all at night",
      null,
      { ...call, relationships: [], consents: [{ ...consent, givenAt: later(-dayMs), times: night }] },
    ],
  ])("%s", (_, until, request) => {
    const start = process.cpuUsage();

    expect(decide(request).until).toBe(until);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(busyMs);
  });
});

describe("years far from ours", () => {
  test.each([
    ["1965-03-01T14:00:00-05:00", "allow", null],
    ["1965-03-01T22:00:00-05:00", "defer", "1965-03-02T09:00:00-05:00"],
    ["9999-12-30T14:00:00-05:00", "allow", null],
    ["9999-12-31T22:00:00-05:00", "deny", null],
  ])("%s", (at, verdict, until) => {
    const decision = decide({ ...call, at, relationships: [{ kind: "conversation", at: "1960-01-01" }] });

    expect(decision).toMatchObject({ verdict, until });
  });

  test("a cap that ends after every date that can be written never ends", () => {
    const policy = { ...call.policy, caps: [{ attempts: 1, hours: 1e300 }], spacingHours: 1e12 };

    expect(decide({ ...call, policy, attempts: [{ channel: "call", at: later(-dayMs) }] })).toMatchObject({
      verdict: "deny",
      until: null,
    });
  });
});

test("a notice that will have been sent by then opens then", () => {
  const paris = "2026-11-24T10:30:00+01:00";
  const request: GateRequest = {
    at: paris,
    attempt: { channel: "call", purpose: "marketing", recorded: false, disclosed: ["sender"] },
    seller: { name: "Example", country: "FR" },
    contact: {
      locations: [{ country: "FR", region: "IDF", timeZone: "Europe/Paris" }],
      source: { kind: "list", obtainedAt: "2026-09-01", noticeSentAt: "2026-11-24T11:45:00+01:00" },
    },
    relationships: [{ kind: "conversation", at: "2026-11-12T15:00:00Z" }],
    consents: [
      { channels: ["call"], form: "electronic", givenBy: "contact", givenAt: "2026-09-15", expiresAt: "2027-09-15" },
    ],
  };

  expect(decide(request)).toMatchObject({ verdict: "defer", until: "2026-11-24T11:45:00+01:00" });
});
