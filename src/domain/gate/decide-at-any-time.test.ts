import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "#domain/gate/decide.ts";
import { channels, type Decision, type GateRequest, purposes } from "#domain/gate/types.ts";
import { hourMs, minuteMs } from "#domain/time.ts";

const rank = { allow: 0, defer: 1, deny: 2 };
const zones = [
  "America/New_York",
  "America/Los_Angeles",
  "Europe/London",
  "Asia/Shanghai",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
];
const start = Date.parse("2026-03-01T00:00:00Z");
const horizonHours = 24 * 21;

/** Facts lie before the attempt; what has an end may end after it. */
const aRequest: fc.Arbitrary<GateRequest> = fc
  .integer({ min: 0, max: 4 * 24 * 250 })
  .map((quarter) => start + quarter * 15 * minuteMs)
  .chain((at) => {
    const past = fc
      .integer({ min: 0, max: 4 * 24 * 14 })
      .map((quarters) => new Date(at - quarters * 15 * minuteMs).toISOString());
    const soon = fc.integer({ min: -48, max: 72 }).map((hours) => new Date(at + hours * hourMs).toISOString());
    const subject = fc.constantFrom("a", "b");
    return fc.record({
      at: fc.constant(new Date(at).toISOString()),
      attempt: fc.record(
        {
          channel: fc.constantFrom("call" as const, "call" as const, ...channels),
          purpose: fc.constantFrom("marketing" as const, ...purposes),
          subject,
        },
        { requiredKeys: ["channel", "purpose"] },
      ),
      seller: fc.constant({ country: "US" }),
      contact: fc.record({
        locations: fc.array(
          fc.constantFrom(...zones).map((timeZone) => ({ country: "US", timeZone })),
          { minLength: 1, maxLength: 3 },
        ),
      }),
      relationships: fc.array(
        fc.record(
          { kind: fc.constantFrom("contract" as const, "inquiry" as const), at: past, endedAt: soon },
          { requiredKeys: ["kind", "at"] },
        ),
        { maxLength: 2 },
      ),
      consents: fc.array(
        fc.record(
          {
            channels: fc.constantFrom(["call", "sms"], ["email"]),
            form: fc.constant("electronic" as const),
            givenBy: fc.constant("contact" as const),
            givenAt: past,
            expiresAt: soon,
            subject,
          },
          { requiredKeys: ["channels", "form", "givenBy", "givenAt"] },
        ),
        { maxLength: 2 },
      ),
      refusals: fc.array(
        fc.record({ kind: fc.constant("stop" as const), at: past, scope: subject }, { requiredKeys: ["kind", "at"] }),
        { maxLength: 1 },
      ),
      listings: fc.array(fc.record({ list: fc.constant("internal"), since: past }), { maxLength: 1 }),
      attempts: fc.array(fc.record({ channel: fc.constantFrom("call", "sms", "email"), at: past }), { maxLength: 6 }),
      policy: fc.constantFrom(
        {},
        { allowCold: true },
        { spacingHours: 5 },
        { hours: { sun: [{ from: "01:30", until: "03:30" }], wed: [{ from: "08:00", until: "12:00" }] } },
      ),
    });
  });

const at = (request: GateRequest, instant: number): Decision =>
  decide({ ...request, at: new Date(instant).toISOString() });
const end = ({ until }: Decision) => (until ? Date.parse(until) : 0);
const sometime = fc.array(fc.integer({ min: 1, max: 4 * horizonHours }), { minLength: 5, maxLength: 10 });

test("a deferred attempt is allowed at its hour, and at no instant before", () => {
  let deferred = 0;
  fc.assert(
    fc.property(aRequest, sometime, (request, quarters) => {
      const decision = decide(request);
      fc.pre(decision.verdict === "defer");
      deferred++;
      const until = end(decision);
      const now = Date.parse(request.at);

      expect(at(request, until).verdict).toBe("allow");
      expect(at(request, until - 1000).verdict).not.toBe("allow");
      for (const earlier of quarters
        .map((quarter) => now + quarter * 15 * minuteMs)
        .filter((instant) => instant < until)) {
        expect(at(request, earlier).verdict).not.toBe("allow");
      }
    }),
    { numRuns: 300 },
  );
  expect(deferred).toBeGreaterThan(100);
});

test("what is denied is allowed at no later instant, all else equal", () => {
  fc.assert(
    fc.property(aRequest, sometime, (request, quarters) => {
      fc.pre(decide(request).verdict === "deny");
      for (const quarter of quarters) {
        expect(at(request, Date.parse(request.at) + quarter * 15 * minuteMs).verdict).not.toBe("allow");
      }
    }),
    { numRuns: 300 },
  );
});

test("more suppression and more attempts never allow more", () => {
  fc.assert(
    fc.property(aRequest, aRequest, fc.boolean(), (request, other, restricted) => {
      const closer: GateRequest = {
        ...request,
        contact: { ...request.contact, restricted },
        refusals: [...(request.refusals ?? []), ...(other.refusals ?? [])],
        listings: [...(request.listings ?? []), ...(other.listings ?? [])],
        attempts: [...(request.attempts ?? []), ...(other.attempts ?? [])],
      };
      const [before, after] = [decide(request), decide(closer)];

      expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
      if (after.verdict === "defer") expect(end(after)).toBeGreaterThanOrEqual(end(before));
    }),
    { numRuns: 300 },
  );
});

test("one more candidate place never allows more", () => {
  fc.assert(
    fc.property(aRequest, fc.constantFrom(...zones), (request, timeZone) => {
      const locations = [...request.contact.locations, { country: "US", timeZone }];
      const [before, after] = [decide(request), decide({ ...request, contact: { locations } })];

      expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
    }),
    { numRuns: 200 },
  );
});

test("the order of the request's arrays changes nothing but the zone in which the answer is written", () => {
  fc.assert(
    fc.property(aRequest, (request) => {
      const reversed: GateRequest = {
        ...request,
        relationships: (request.relationships ?? []).toReversed(),
        consents: (request.consents ?? []).toReversed(),
        refusals: (request.refusals ?? []).toReversed(),
        listings: (request.listings ?? []).toReversed(),
        attempts: (request.attempts ?? []).toReversed(),
      };
      const elsewhere = decide({ ...reversed, contact: { locations: request.contact.locations.toReversed() } });
      const decision = decide(request);

      expect(decide(reversed)).toEqual(decision);
      expect([elsewhere.verdict, end(elsewhere)]).toEqual([decision.verdict, end(decision)]);
    }),
    { numRuns: 200 },
  );
});

test("zones that share an hour only in summer are deferred until the clocks are changed", () => {
  const decision = decide({
    at: "2026-11-24T14:30:00Z",
    attempt: { channel: "call", purpose: "service" },
    seller: { country: "US" },
    contact: {
      locations: ["America/New_York", "America/Puerto_Rico"].map((timeZone) => ({ country: "US", timeZone })),
    },
    policy: { hours: { tue: [{ from: "09:00", until: "10:00" }] } },
  });

  expect(decision).toMatchObject({ verdict: "defer", until: "2027-03-16T09:00:00-04:00" });
});
