import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "#domain/gate/decide.ts";
import type { Decision, GateRequest } from "#domain/gate/types.ts";
import { dayMs, hourMs, minuteMs } from "#domain/time.ts";

/* The given cases with their facts varied: other hours and days, more and fewer facts, other wishes of the workspace. */

const cases = readFileSync("test/fixtures/gate-cases.ndjson", "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { request: GateRequest }).request);
const rank = { allow: 0, defer: 1, deny: 2 };

const before = (at: number, hours: number) => new Date(at - hours * hourMs).toISOString();
const hoursAgo = fc.integer({ min: 0, max: 24 * 40 });

const attempts = (at: number) =>
  fc.array(
    fc.record({
      channel: fc.constantFrom("call", "call", "sms", "voicemail", "email"),
      at: hoursAgo.map((hours) => before(at, hours)),
      outcome: fc.constantFrom("no_answer", "abandoned", "not_now"),
    }),
    { maxLength: 5 },
  );
const refusals = (at: number) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom("stop" as const, "objection" as const),
      at: hoursAgo.map((hours) => before(at, hours)),
    }),
    { maxLength: 1 },
  );
const listings = fc.array(
  fc.record({ list: fc.constantFrom("us-dnc", "gb-tps", "ca-dncl", "internal", "it-rpo", "au-dncr") }),
  { maxLength: 1 },
);
const consents = (at: number, channel: string): fc.Arbitrary<NonNullable<GateRequest["consents"]>> =>
  fc.array(
    fc.record({
      channels: fc.constant<string[]>([channel]),
      form: fc.constantFrom("written" as const, "oral" as const),
      givenBy: fc.constant("contact" as const),
      givenAt: hoursAgo.map((hours) => before(at, hours)),
      times: fc.constantFrom("any", `${before(at, -30)}/${before(at, -31)}`, `${before(at, 1)}/${before(at, -2)}`),
    }),
    { maxLength: 1 },
  );
const policies = fc.constantFrom<NonNullable<GateRequest["policy"]>>(
  {},
  {},
  { allowCold: true },
  { spacingHours: 5 },
  { caps: [{ attempts: 2, hours: 48 }] },
  { hours: { sun: [{ from: "01:30", until: "03:30" }], wed: [{ from: "08:00", until: "12:00" }] } },
);
type Quiet = NonNullable<GateRequest["contact"]["quietHours"]>;
const quiet = fc.constantFrom<Quiet | undefined>(
  undefined,
  undefined,
  [{ from: "20:00", until: "09:30" }],
  [{ from: "12:00", until: "14:00" }],
);

/** A given case at another hour, with other facts around it. */
const aRequest: fc.Arbitrary<GateRequest> = fc
  .record({ base: fc.constantFrom(...cases), quarters: fc.integer({ min: -4 * 24 * 40, max: 4 * 24 * 400 }) })
  .chain(({ base, quarters }) => {
    const at = Date.parse(base.at) + quarters * 15 * minuteMs;
    return fc
      .record({
        attempts: attempts(at),
        refusals: refusals(at),
        listings,
        consents: consents(at, base.attempt.channel),
        policy: policies,
        quietHours: quiet,
        isEmergency: fc.boolean(),
        isFresh: fc.boolean(),
      })
      .map(({ quietHours, isEmergency, isFresh, ...more }): GateRequest => {
        const [location] = base.contact.locations;
        return {
          ...base,
          at: new Date(at).toISOString(),
          seller: {
            ...base.seller,
            registers: isFresh ? freshen(base.seller.registers, at) : (base.seller.registers ?? {}),
          },
          contact: { ...base.contact, ...(quietHours && { quietHours }) },
          consents: [...(base.consents ?? []), ...more.consents],
          refusals: more.refusals,
          listings: [...(base.listings ?? []), ...more.listings],
          attempts: [...(base.attempts ?? []), ...more.attempts],
          policy: more.policy,
          conditions:
            isEmergency && location?.region
              ? [
                  {
                    kind: "state_of_emergency",
                    region: location.region,
                    from: before(at, 5),
                    to: before(at, -20),
                  },
                ]
              : [],
        };
      });
  });

function freshen(registers: Record<string, string> | undefined, at: number): Record<string, string> {
  const today = new Date(at - dayMs).toISOString().slice(0, 10);
  return Object.fromEntries(Object.keys(registers ?? {}).map((list) => [list, today]));
}

const at = (request: GateRequest, instant: number): Decision =>
  decide({ ...request, at: new Date(instant).toISOString() });
const end = ({ until }: Decision) => (until ? Date.parse(until) : 0);
const sometime = fc.array(fc.integer({ min: 1, max: 4 * 24 * 60 }), { minLength: 4, maxLength: 8 });
const runs = { numRuns: 400 };

describe("until", () => {
  test("is the first instant at which the same request is allowed", () => {
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
        for (const quarter of quarters) {
          const earlier = now + quarter * 15 * minuteMs;
          if (earlier < until) expect(at(request, earlier).verdict).not.toBe("allow");
        }
      }),
      runs,
    );
    expect(deferred).toBeGreaterThan(100);
  });

  test("is missing where no later instant is allowed", () => {
    fc.assert(
      fc.property(aRequest, sometime, (request, quarters) => {
        fc.pre(decide(request).verdict === "deny");
        for (const quarter of quarters) {
          expect(at(request, Date.parse(request.at) + quarter * 15 * minuteMs).verdict).not.toBe("allow");
        }
      }),
      runs,
    );
  });
});

/** The second answer is no more open than the first. */
function expectNoMore(open: Decision, strict: Decision): void {
  expect(rank[strict.verdict]).toBeGreaterThanOrEqual(rank[open.verdict]);
  if (strict.verdict === "defer" && open.verdict === "defer") expect(end(strict)).toBeGreaterThanOrEqual(end(open));
}

describe("a stricter fact never opens", () => {
  test("more suppression, more attempts, a restriction", () => {
    fc.assert(
      fc.property(aRequest, aRequest, fc.boolean(), (request, other, restricted) => {
        // A new stop permits a confirmation of its own.
        fc.pre(request.attempt.purpose !== "opt_out_confirmation");
        expectNoMore(
          decide(request),
          decide({
            ...request,
            contact: { ...request.contact, restricted },
            refusals: [...(request.refusals ?? []), ...(other.refusals ?? [])],
            listings: [...(request.listings ?? []), ...(other.listings ?? [])],
            attempts: [...(request.attempts ?? []), ...(other.attempts ?? [])],
          }),
        );
      }),
      runs,
    );
  });

  test("one more candidate place", () => {
    fc.assert(
      fc.property(aRequest, fc.constantFrom(...cases), (request, { contact }) => {
        const [place] = contact.locations;
        fc.pre(place !== undefined && request.contact.locations.length > 0);
        fc.pre(request.contact.locations.every(({ basis }) => basis !== "number"));
        const locations = [...request.contact.locations, { ...place, basis: "stated" as const }];
        expectNoMore(decide(request), decide({ ...request, contact: { ...request.contact, locations } }));
      }),
      runs,
    );
  });

  test("facts that are not known: consents, relationships, the checks of lists and numbers", () => {
    fc.assert(
      fc.property(
        aRequest,
        fc.constantFrom("consents", "relationships", "registers", "reassigned"),
        (request, fact) => {
          const { registers, ...seller } = request.seller;
          const { reassigned, ...contact } = request.contact;
          fc.pre(fact !== "reassigned" || reassigned?.answer !== "yes");
          const less: Record<string, GateRequest> = {
            consents: { ...request, consents: [] },
            relationships: { ...request, relationships: [] },
            registers: { ...request, seller },
            reassigned: { ...request, contact },
          };
          expectNoMore(decide(request), decide(less[fact] ?? request));
        },
      ),
      runs,
    );
  });
});

test("the order of the request's arrays changes nothing but the zone in which the answer is written", () => {
  fc.assert(
    fc.property(aRequest, fc.constantFrom(...cases), (request, { contact }) => {
      const locations = [...request.contact.locations, ...contact.locations];
      const straight: GateRequest = { ...request, contact: { ...request.contact, locations } };
      const reversed: GateRequest = {
        ...straight,
        relationships: (request.relationships ?? []).toReversed(),
        consents: (request.consents ?? []).toReversed(),
        refusals: (request.refusals ?? []).toReversed(),
        listings: (request.listings ?? []).toReversed(),
        attempts: (request.attempts ?? []).toReversed(),
      };
      const elsewhere = decide({ ...reversed, contact: { ...straight.contact, locations: locations.toReversed() } });
      const decision = decide(straight);

      expect(decide(reversed)).toEqual(decision);
      expect(elsewhere.rules.map(({ id, effect }) => [id, effect])).toEqual(
        decision.rules.map(({ id, effect }) => [id, effect]),
      );
      expect([elsewhere.verdict, end(elsewhere)]).toEqual([decision.verdict, end(decision)]);
    }),
    runs,
  );
});
