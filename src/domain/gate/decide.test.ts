import { describe, expect, test } from "vitest";
import { decide } from "#domain/gate/decide.ts";
import type { Consent, GateLocation, GateRequest } from "#domain/gate/types.ts";

const newYork = { country: "XX", timeZone: "America/New_York" };
const chicago = { country: "XX", timeZone: "America/Chicago" };

/** In a country that has no law in our packs and is opened under our own rules: a call on a Tuesday at eleven in New York, to somebody we spoke with. */
const call: GateRequest = {
  at: "2026-11-24T11:00:00-05:00",
  attempt: { channel: "call", purpose: "marketing", subject: "pension" },
  seller: { name: "Example", country: "US" },
  contact: { locations: [newYork], phone: { e164: "+12125550123" } },
  relationships: [{ kind: "conversation", at: "2026-11-12T15:00:00-05:00" }],
  policy: { countries: ["XX"] },
};
const consent: Consent = {
  channels: ["call"],
  form: "electronic",
  givenBy: "contact",
  givenAt: "2026-11-20T10:00:00-05:00",
  evidence: "form 17",
};
const stop = { kind: "stop", at: "2026-11-15T10:00:00-05:00" } as const;
const onChannel = (channel: GateRequest["attempt"]["channel"], more: Partial<GateRequest["attempt"]> = {}) => ({
  ...call,
  attempt: { ...call.attempt, channel, ...more },
});
const idsOf = (request: GateRequest, effect: string) =>
  decide(request)
    .rules.filter((rule) => rule.effect === effect)
    .map(({ id }) => id);

test("a call to somebody who knows us, at eleven, is allowed with what comes with it", () => {
  const decision = decide({ ...call, id: "7", attempt: { ...call.attempt, recorded: true } });

  expect(decision).toMatchObject({ id: "7", at: call.at, verdict: "allow", until: null, missing: [] });
  expect(decision.obligations.map(({ id }) => id)).toEqual(["POL-ID-00", "POL-OPTOUT-OFFER", "POL-REC-00"]);
  expect(decision.reliesOn).toEqual([{ kind: "relationship", at: "2026-11-12T15:00:00-05:00" }]);
  expect(decision.packs).toEqual({ policy: "2026.11" });
});

describe("a stop", () => {
  test.each(["call", "voicemail", "sms", "email", "message", "visit", "post"] as const)(
    "said on one channel closes %s",
    (channel) => {
      const decision = decide({ ...onChannel(channel), refusals: [{ ...stop, channels: ["email"] }] });

      expect(decision).toMatchObject({ verdict: "deny", until: null, reliesOn: [], obligations: [] });
      expect(decision.rules[0]).toMatchObject({ id: "POL-OPTOUT-NOW", effect: "deny", basis: "policy" });
    },
  );

  test.each(["not_interested", "hang_up", "objection", "complaint", "do_not_call", "unsubscribe"] as const)(
    "may be worded as %s",
    (kind) => {
      expect(decide({ ...call, refusals: [{ ...stop, kind }] }).verdict).toBe("deny");
    },
  );

  test.each(["service", "appointment", "opt_out_confirmation"] as const)("leaves %s open", (purpose) => {
    expect(decide({ ...onChannel("call", { purpose }), refusals: [stop] }).verdict).toBe("allow");
  });

  test("of one subject leaves the others open, but not a call that names none", () => {
    const refusals = [{ ...stop, scope: "energy" }];
    const { subject: _, ...nameless } = call.attempt;

    expect(decide({ ...call, refusals }).verdict).toBe("allow");
    expect(decide({ ...call, attempt: nameless, refusals }).verdict).toBe("deny");
    expect(decide({ ...call, refusals: [{ ...stop, scope: "pension" }] }).verdict).toBe("deny");
  });

  test("that is on our own list closes too, and for good where its date is not known", () => {
    expect(decide({ ...call, listings: [{ list: "internal", since: stop.at }] }).verdict).toBe("deny");
    expect(decide({ ...call, listings: [{ list: "internal", since: stop.at }], consents: [consent] }).verdict).toBe(
      "allow",
    );
    expect(decide({ ...call, listings: [{ list: "internal" }], consents: [consent] }).verdict).toBe("deny");
  });

  test("that comes later does not count yet", () => {
    expect(decide({ ...call, refusals: [{ ...stop, at: "2026-11-24T11:00:01-05:00" }] }).verdict).toBe("allow");
  });
});

describe("after a stop", () => {
  const reopened = (change: Partial<Consent>, request: GateRequest = call) =>
    decide({ ...request, refusals: [stop], consents: [{ ...consent, ...change }] }).verdict;

  test("a later consent of the person's own reopens what it names, and the decision says so", () => {
    const request = { ...call, refusals: [stop], consents: [consent] };

    expect(decide(request).verdict).toBe("allow");
    expect(idsOf(request, "lift")).toEqual(["POL-OPTOUT-NOW"]);
    expect(decide(request).reliesOn).toContainEqual({ kind: "consent", at: consent.givenAt, evidence: "form 17" });
  });

  test.each([
    ["before the stop", { givenAt: "2026-11-15T10:00:00-05:00" }],
    ["by somebody else", { givenBy: "third_party" as const }],
    ["for another channel", { channels: ["email"] }],
    ["for another subject", { subject: "energy" }],
    ["for another purpose", { purpose: "survey" }],
    ["for another number", { point: "+12125550199" }],
    ["only by implication", { form: "implied" as const }],
    ["in a form nobody knows", { form: "unknown" as const }],
    ["and was withdrawn", { withdrawnAt: "2026-11-23T10:00:00-05:00" }],
    ["and has expired", { expiresAt: "2026-11-24" }],
    ["on a day that may be before", { givenAt: "2026-11-15" }],
  ])("a consent given %s reopens nothing", (_name, change) => {
    expect(reopened(change)).toBe("deny");
  });

  test("a consent to calls by a person does not cover a machine", () => {
    expect(reopened({}, onChannel("call", { technology: "ai_voice" }))).toBe("deny");
    expect(reopened({ technology: ["ai_voice"] }, onChannel("call", { technology: "ai_voice" }))).toBe("allow");
  });

  test("a second stop closes again", () => {
    const again = { ...stop, at: "2026-11-22T10:00:00-05:00" };

    expect(decide({ ...call, refusals: [stop, again], consents: [consent] }).verdict).toBe("deny");
  });
});

describe("without a prior contact", () => {
  test("nobody is called, unless the workspace allows it", () => {
    const cold = { ...call, relationships: [] };

    expect(decide(cold)).toMatchObject({ verdict: "deny", missing: [{ fact: "relationships" }] });
    expect(decide({ ...cold, policy: { countries: ["XX"], allowCold: true } }).verdict).toBe("allow");
    expect(decide({ ...cold, consents: [consent] }).verdict).toBe("allow");
    expect(decide({ ...onChannel("call", { purpose: "service" }), relationships: [] }).verdict).toBe("allow");
  });

  test("a tip is a prior contact, a relationship that has ended is none", () => {
    expect(decide({ ...call, relationships: [{ kind: "introduction", at: "2026-11-20" }] }).verdict).toBe("allow");
    expect(
      decide({ ...call, relationships: [{ kind: "contract", at: "2020-01-01", endedAt: "2026-11-01" }] }).verdict,
    ).toBe("deny");
  });

  test("a request whose relationship ends before the hours open is denied", () => {
    const request: GateRequest = {
      ...call,
      at: "2026-11-24T22:00:00-05:00",
      relationships: [{ kind: "contract", at: "2020-01-01", endedAt: "2026-11-25T00:00:00-05:00" }],
    };

    expect(decide(request)).toMatchObject({ verdict: "deny", until: null });
    expect(decide(request).rules.map(({ id }) => id)).toEqual(["POL-HRS-01", "POL-WARM"]);
  });
});

test("restricted data is stored and not used, for whatever purpose", () => {
  const restricted = { ...call, contact: { ...call.contact, restricted: true } };

  expect(idsOf(restricted, "deny")).toEqual(["POL-RESTRICTED"]);
  expect(decide({ ...restricted, attempt: { channel: "email", purpose: "service" } }).verdict).toBe("deny");
});

describe("a place", () => {
  test.each([
    ["nothing", []],
    ["a zone that does not exist", [{ country: "XX", timeZone: "America/Nowhere" }]],
    ["a country that does not exist", [{ country: "ZZ" }]],
    ["one good and one unknown candidate", [newYork, { country: "ZZ" }]],
  ])("of which %s is known closes every attempt, and says what is missing", (_name, locations) => {
    const decision = decide({ ...call, contact: { locations } });

    expect(decision).toMatchObject({ verdict: "deny", missing: [{ fact: "contact.locations" }] });
    expect(decision.rules.map(({ id }) => id)).toEqual(["GATE-UNK"]);
  });

  test("of which only the country is known is open when all of the country is", () => {
    const service = onChannel("call", { purpose: "service" });
    const anywhere = (at: string) => decide({ ...service, at, contact: { locations: [{ country: "US" }] } });

    expect(anywhere("2026-11-24T15:00:00-05:00").verdict).toBe("allow"); // ten o'clock in Honolulu
    expect(anywhere("2026-11-24T11:00:00-05:00")).toMatchObject({
      verdict: "defer",
      until: "2026-11-24T08:00:00-10:00",
    });
  });

  test.each<[string, Partial<GateLocation>]>([
    ["no region", {}],
    ["a region that does not exist", { region: "ZZ" }],
  ])("of which a country with laws by state says %s must be open by the law of every state there", (_name, said) => {
    const known = { country: "US", timeZone: "America/Los_Angeles", ...said };
    const toMobile = { phone: { e164: "+13105550123" }, locations: [known] };
    const sale = { ...onChannel("call", { purpose: "marketing" }), contact: toMobile };
    const checked = { ...sale, seller: { country: "US", registers: { "us-dnc": "2026-11-20" } } };
    const answer = decide({ ...checked, at: "2026-11-24T20:30:00-08:00" });

    expect(answer).toMatchObject({ verdict: "defer", until: "2026-11-25T09:00:00-08:00" }); // Nevada's morning
    expect(answer.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(["US-NV-HOURS", "US-WA-HOURS"]));
    expect(answer.missing).toContainEqual(expect.objectContaining({ fact: "contact.locations.region" }));
    expect(decide({ ...checked, at: "2026-11-24T12:00:00-08:00" })).toMatchObject({ verdict: "allow", missing: [] });
  });

  test("in two zones that are never awake together is denied", () => {
    const contact = {
      locations: [
        { country: "XX", timeZone: "America/Los_Angeles" },
        { country: "XX", timeZone: "Europe/Berlin" },
      ],
    };
    const policy = { countries: ["XX"], hours: { tue: [{ from: "09:00", until: "12:00" }] } };

    expect(decide({ ...call, contact, policy }).rules.map(({ id }) => id)).toContain("POL-ZONE");
    expect(decide({ ...call, contact, policy })).toMatchObject({ verdict: "deny", until: null });
  });
});

describe("hours", () => {
  test.each([
    ["before they open", "2026-11-24T08:59:59-05:00", "2026-11-24T09:00:00-05:00"],
    ["as they open", "2026-11-24T09:00:00-05:00", null],
    ["in their last second", "2026-11-24T19:59:59-05:00", null],
    ["as they close", "2026-11-24T20:00:00-05:00", "2026-11-25T09:00:00-05:00"],
    ["on Saturday morning", "2026-11-28T09:30:00-05:00", "2026-11-28T10:00:00-05:00"],
    ["on Saturday at four", "2026-11-28T16:00:00-05:00", "2026-11-30T09:00:00-05:00"],
    ["on Sunday", "2026-11-29T12:00:00-05:00", "2026-11-30T09:00:00-05:00"],
    ["on the night when clocks go forward", "2026-03-07T23:00:00-05:00", "2026-03-09T09:00:00-04:00"],
  ])("%s", (_name, at, until) => {
    const decision = decide({ ...call, relationships: [{ kind: "conversation", at: "2026-01-01" }], at });

    expect(decision).toMatchObject({ verdict: until ? "defer" : "allow", until });
  });

  test("must be open in every zone, and the answer is in the first one's time", () => {
    const at = "2026-11-24T09:30:00-05:00";
    const decision = decide({ ...call, at, contact: { locations: [newYork, chicago] } });

    expect(decision).toMatchObject({ verdict: "defer", until: "2026-11-24T10:00:00-05:00" });
    expect(decision.rules.map(({ id }) => id)).toEqual(["POL-HRS-01", "POL-ZONE"]);
    expect(decide({ ...call, at, contact: { locations: [chicago, newYork] } }).until).toBe("2026-11-24T09:00:00-06:00");
  });

  test("bind calls, voicemail and texts, not mail; and not the confirmation of a stop", () => {
    const night = "2026-11-24T23:00:00-05:00";
    const verdicts = (["call", "voicemail", "sms", "email", "post"] as const).map(
      (channel) => decide({ ...onChannel(channel), at: night }).verdict,
    );

    expect(verdicts).toEqual(["defer", "defer", "defer", "allow", "allow"]);
    expect(decide({ ...onChannel("sms", { purpose: "opt_out_confirmation" }), at: night }).verdict).toBe("allow");
  });
});

test("hours that a workspace chose leave public holidays closed where the law has no hours", () => {
  const berlin: GateRequest = {
    ...call,
    at: "2026-12-25T11:00:00+01:00",
    attempt: { channel: "call", purpose: "marketing" },
    contact: { audience: "business", locations: [{ country: "DE", region: "BE", timeZone: "Europe/Berlin" }] },
    relationships: [{ kind: "inquiry", at: "2026-11-12", similar: true }],
    policy: { hours: { fri: [{ from: "09:00", until: "20:00" }], mon: [{ from: "09:00", until: "20:00" }] } },
  };

  expect(decide(berlin)).toMatchObject({ verdict: "defer", until: "2026-12-28T09:00:00+01:00" });
});

test("everything that stands in the way is said at once", () => {
  const decision = decide({
    ...call,
    at: "2026-11-24T22:00:00-05:00",
    refusals: [stop],
    relationships: [],
    contact: { locations: [newYork], restricted: true },
  });

  expect(decision.rules.map(({ id }) => id)).toEqual(["POL-HRS-01", "POL-OPTOUT-NOW", "POL-RESTRICTED", "POL-WARM"]);
});
