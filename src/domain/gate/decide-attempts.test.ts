import { describe, expect, test } from "vitest";
import { decide } from "#domain/gate/decide.ts";
import type { GateRequest } from "#domain/gate/types.ts";

/** In a country that is opened under our own rules: a call on a Tuesday at eleven in New York, to somebody we spoke with. */
const call: GateRequest = {
  at: "2026-11-24T11:00:00-05:00",
  attempt: { channel: "call", purpose: "marketing", subject: "pension" },
  seller: { name: "Example", country: "US" },
  contact: { locations: [{ country: "XX", timeZone: "America/New_York" }], phone: { e164: "+12125550123" } },
  relationships: [{ kind: "conversation", at: "2026-11-12T15:00:00-05:00" }],
  policy: { countries: ["XX"] },
};

describe("attempts", () => {
  const attempt = (at: string, channel = "call") => ({ channel, at });
  const three = [
    attempt("2026-11-18T15:00:00-05:00"),
    attempt("2026-11-19T15:00:00-05:00", "sms"),
    attempt("2026-11-20T15:00:00-05:00"),
  ];

  test("are three in seven elapsed days, on all phone channels together", () => {
    expect(decide({ ...call, attempts: three.slice(1) }).verdict).toBe("allow");
    expect(decide({ ...call, attempts: three })).toMatchObject({
      verdict: "defer",
      until: "2026-11-25T15:00:00-05:00",
    });
    expect(decide({ ...call, attempts: three, at: "2026-11-25T15:00:00-05:00" }).verdict).toBe("allow");
  });

  test("too many by two wait until two are old enough, and then for the hours", () => {
    const policy = { countries: ["XX"], caps: [{ attempts: 3, hours: 168 }] };
    const attempts = [...three, attempt("2026-11-21T21:00:00-05:00"), attempt("2026-11-22T15:00:00-05:00")];
    const until = (made: typeof attempts) => decide({ ...call, attempts: made, policy }).until;

    expect(until(attempts)).toBe("2026-11-27T15:00:00-05:00");
    expect(until(attempts.slice(1, 4))).toBe("2026-11-26T15:00:00-05:00");
    expect(until(attempts.slice(2).concat(attempt("2026-11-22T16:00:00-05:00")))).toBe(
      "2026-11-30T09:00:00-05:00", // Saturday at nine in the evening, so Monday
    );
  });

  test("are four in thirty elapsed days, and two hours apart", () => {
    const spread = ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"].map((day) =>
      attempt(`${day}T12:00:00-05:00`),
    );

    expect(decide({ ...call, attempts: spread }).until).toBe("2026-11-25T12:00:00-05:00");
    expect(decide({ ...call, attempts: [attempt("2026-11-24T10:00:00-05:00")] }).until).toBe(
      "2026-11-24T12:00:00-05:00",
    );
  });

  test("by mail or for service do not count, and of a day without a time the whole day does", () => {
    const quiet = three.map((each) => ({ ...each, channel: "email" }));
    const service = three.map((each) => ({ ...each, purpose: "service" }));
    const days = ["2026-11-17", "2026-11-17", "2026-11-17"].map((day) => attempt(day));

    expect([decide({ ...call, attempts: quiet }).verdict, decide({ ...call, attempts: service }).verdict]).toEqual([
      "allow",
      "allow",
    ]);
    expect(decide({ ...call, attempts: days })).toMatchObject({ verdict: "defer", until: "2026-11-25T09:00:00-05:00" });
  });

  test("may be limited further by the workspace", () => {
    const attempts = [attempt("2026-11-24T10:00:00-05:00")];

    expect(decide({ ...call, attempts, policy: { countries: ["XX"], spacingHours: 2 } }).until).toBe(
      "2026-11-24T12:00:00-05:00",
    );
    expect(decide({ ...call, attempts, policy: { countries: ["XX"], caps: [{ attempts: 1, hours: 24 }] } }).until).toBe(
      "2026-11-25T10:00:00-05:00",
    );
    expect(decide({ ...call, policy: { countries: ["XX"], caps: [{ attempts: 0, hours: 24 }] } })).toMatchObject({
      verdict: "deny",
      until: null,
    });
  });
});

test("a country whose law counts only what follows an abandoned call has no cap of its own", () => {
  const request: GateRequest = {
    at: "2026-11-24T11:00:00Z",
    attempt: { channel: "call", purpose: "marketing" },
    seller: { country: "GB", registers: { "gb-tps": "2026-11-20" } },
    contact: { locations: [{ country: "GB", timeZone: "Europe/London" }] },
    relationships: [{ kind: "conversation", at: "2026-11-01T15:00:00Z" }],
    attempts: ["19", "20", "23"].map((day) => ({
      channel: "call",
      at: `2026-11-${day}T11:00:00Z`,
      outcome: "no_answer",
    })),
  };

  expect(decide(request)).toMatchObject({ verdict: "defer", until: "2026-11-26T11:00:00+00:00" });
  expect(decide(request).rules.map(({ id }) => id)).toContain("POL-CAP-01");
});

describe("a rule of our own is set aside", () => {
  const cold: GateRequest = { ...call, relationships: [] };
  const override = { rule: "POL-WARM", by: "Ann", approvedBy: "Ben", reason: "She rang us yesterday." };
  const by = (change: object) => decide({ ...cold, override: { ...override, ...change } }).verdict;

  test("by two people with a reason", () => {
    expect([decide(cold).verdict, by({})]).toEqual(["deny", "allow"]);
  });

  test.each([
    ["one of them is nobody", { by: " " }],
    ["both are the same", { approvedBy: "ann " }],
    ["there is no reason", { reason: " " }],
    ["it is another rule", { rule: "POL-CAP-01" }],
  ])("not where %s", (_, change) => {
    expect(by(change)).toBe("deny");
  });
});
