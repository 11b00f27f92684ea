import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decide } from "#domain/gate/decide.ts";
import type { Consent, GateLocation, GateRequest, Relationship } from "#domain/gate/types.ts";

/*
 * test/fixtures/law-of-north-america.txt has one case a line: PLACES INSTANT HOW FACTS => ANSWER : reason.
 * Times are local to the first place. Without more facts we spoke lately with a consumer on a mobile, all lists and
 * numbers are checked, and the message says what it must. An answer names rules that block, `+` what it obliges, `^`
 * what is lifted, and `-` what must not speak.
 */
const zones = new Map(
  (
    "AL:Chicago AZ:Phoenix CA:Los_Angeles CO:Denver CT:New_York FL:New_York GU:Pacific/Guam HI:Pacific/Honolulu IL:Chicago " +
    "IN:Indianapolis KY:New_York LA:Chicago MA:New_York MD:New_York ME:New_York MI:Detroit MN:Chicago MO:Chicago MS:Chicago " +
    "NE:Chicago NJ:New_York NM:Denver NV:Los_Angeles NY:New_York OH:New_York OK:Chicago OR:Los_Angeles PA:New_York " +
    "PR:Puerto_Rico RI:New_York SD:Chicago TN:Chicago TX:Chicago UT:Denver VA:New_York WA:Los_Angeles WY:Denver " +
    "AB:Edmonton BC:Vancouver NS:Halifax ON:Toronto"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);
const lists = "us-dnc us-co us-fl us-in us-la us-ma us-mo us-ms us-ok us-pa us-tn us-tx ca-dncl".split(" ");
const modes: Record<string, Pick<GateRequest["attempt"], "channel" | "technology" | "disclosed">> = {
  call: { channel: "call", disclosed: ["sender"] },
  auto: { channel: "call", technology: "autodialed", disclosed: ["sender"] },
  pre: { channel: "call", technology: "prerecorded", disclosed: ["sender", "opt_out_number"] },
  ai: { channel: "call", technology: "ai_voice", disclosed: ["sender", "opt_out_number", "ai"] },
  vm: { channel: "voicemail", disclosed: ["sender"] },
  rvm: { channel: "voicemail", technology: "ringless", disclosed: ["sender", "opt_out_number"] },
  sms: { channel: "sms", disclosed: ["sender", "unsubscribe", "postal_address"] },
  text: { channel: "sms", technology: "automated", disclosed: ["sender", "unsubscribe", "postal_address"] },
  email: { channel: "email", technology: "automated", disclosed: ["sender", "postal_address", "unsubscribe"] },
  dm: { channel: "message", disclosed: ["sender", "postal_address", "unsubscribe"] },
  visit: { channel: "visit" },
};
const ties: Record<string, Relationship["kind"]> = {
  bought: "purchase",
  contract: "contract",
  asked: "inquiry",
  gave: "donation",
  member: "membership",
  knows: "personal",
  tip: "introduction",
  published: "published_address",
};
const machines = ["manual", "autodialed", "prerecorded", "ai_voice", "ringless", "automated"];

type Arrays = "relationships" | "consents" | "listings" | "attempts" | "refusals" | "conditions";
type Facts = GateRequest & Required<Pick<GateRequest, Arrays>>;

function placeOf(text: string): GateLocation {
  const [, region = "", county, basis = "verified"] = /^(\w+)(?:\/(\w+))?(?:#(\w+))?$/.exec(text) ?? [];
  const country = /AB|BC|NS|ON/.test(region) ? "CA" : "US";
  const zone = zones.get(region) ?? "";
  const timeZone = zone.includes("/") ? zone : `America/${zone}`;
  const place = { country, region, timeZone, basis: basis as "verified" };
  return county ? { ...place, county } : place;
}

function requestOf(text: string): GateRequest {
  const [places = "", local = "", mode = "", ...facts] = text.trim().split(/ +/);
  const locations = places.split("&").map(placeOf);
  const at = (wall: string) =>
    Temporal.PlainDateTime.from(wall)
      .toZonedDateTime(locations[0]?.timeZone ?? "UTC")
      .toString({ timeZoneName: "never" });
  const today = local.slice(0, 10);
  const checked = Temporal.PlainDate.from(today).subtract({ days: 9 }).toString();
  const request: Facts = {
    at: at(local),
    attempt: { purpose: "marketing", subject: "kitchen", ...(modes[mode] ?? { channel: "post" }) },
    seller: {
      country: "US",
      region: "OH",
      registrations: ["us-tx", "us-fl", "us-tn", "us-ma", "ca-dncl"],
      registers: Object.fromEntries(lists.map((list) => [list, checked])),
    },
    contact: {
      locations,
      phone: { e164: "+16145550101" },
      email: { address: "ann@example.com", kind: "personal" },
      reassigned: { checkedAt: checked, answer: "no" },
    },
    relationships: [{ kind: "conversation", at: checked }],
    consents: [],
    listings: [],
    attempts: [],
    refusals: [],
    conditions: [],
  };
  for (const fact of facts) tell(request, fact, at);
  return request;
}

type Tell = (request: Facts, value: string, at: (wall: string) => string) => void;

/** What a fact such as `listed:us-dnc` or `tried:sms@2026-11-24T09:00/kitchen` adds to the request. */
const tellers: Record<string, Tell> = {
  agreed: ({ consents }, value, at) => consents.push(consentOf(value, at)),
  tried: ({ attempts }, value, at) => {
    const [channel = "", when = "", subject = "kitchen", technology = "manual", outcome = ""] = value.split(/[@/]/);
    attempts.push({ channel, at: at(when), subject, technology: technology as "manual", outcome });
  },
  no: ({ refusals, attempt }, at) => refusals.push({ at, kind: "stop", channels: [attempt.channel] }),
  listed: ({ listings }, list) => listings.push({ list, since: "2019-04-02" }),
  copy: ({ seller }, value) => {
    const [list = "", date = ""] = value.split("=");
    seller.registers = { ...seller.registers, [list]: date };
  },
  during: ({ conditions }, value, at) => {
    const [kind = "", region = "", county, from = "", to] = value.split(/[@/]/);
    conditions.push({ kind, region, ...(county && { county }), from: at(from), ...(to && { to: at(to) }) });
  },
  says: ({ attempt }, value) => Object.assign(attempt, { disclosed: value.split(",") }),
  for: ({ attempt }, purpose) => Object.assign(attempt, { purpose }),
  product: ({ attempt }, product) => Object.assign(attempt, { product }),
  recorded: ({ attempt }) => Object.assign(attempt, { recorded: true }),
  withheld: ({ attempt }) => Object.assign(attempt, { callerId: "withheld" }),
  sector: ({ seller }, sector) => Object.assign(seller, { sector }),
  from: ({ seller }, region) => Object.assign(seller, { region }),
  unregistered: ({ seller }) => Object.assign(seller, { registrations: [] }),
  line: ({ contact }, line) => Object.assign(contact.phone ?? {}, { line }),
  who: ({ contact }, audience) => Object.assign(contact, { audience }),
  role: ({ contact }) => Object.assign(contact.email ?? {}, { kind: "role" }),
  rnd: ({ contact }, answer) => {
    if (answer) Object.assign(contact.reassigned ?? {}, { answer });
    else delete contact.reassigned;
  },
};

function tell(request: Facts, fact: string, at: (wall: string) => string): void {
  const [name = "", value = ""] = fact.split(/:(.*)/s);
  const kind = ties[name];
  if (kind) request.relationships.push(tieOf(kind, value));
  else if (tellers[name]) tellers[name](request, value, at);
  else throw new Error(`no such fact: ${fact}`);
}

/** `2019-01-01`, `2019-01-01..2025-06-01`, or `2026-11-20....both` where the referrer knows both. */
function tieOf(kind: Relationship["kind"], text: string): Relationship {
  const [begun = "", endedAt, knows] = text.split("..");
  return {
    kind,
    at: begun,
    ...(endedAt && { endedAt }),
    ...(knows && { referrerKnows: ["seller", "contact"] }),
  };
}

/** `form` or `form/day`, then what it names and for when: `oral`, `written/2026-11-01;manual`, `written;times=…`. */
function consentOf(text: string, at: (wall: string) => string): Consent {
  const [made = "", ...more] = text.split(";");
  const [form = "", givenAt = "2025-06-01"] = made.split("/");
  const consent: Consent = {
    channels: ["call", "voicemail", "sms", "email", "message"],
    form: form as "oral",
    givenBy: "contact",
    givenAt,
    technology: machines,
  };
  for (const each of more) {
    const [name = "", value = ""] = each.split("=");
    if (name === "general") delete consent.technology;
    else if (name === "only") consent.technology = [value];
    else if (name === "names") consent.names = value.split(",") as "seller"[];
    else if (name === "friend") consent.givenBy = "third_party";
    else if (name === "times") consent.times = value.split("/").map(at).join("/");
    else throw new Error(`no such consent: ${each}`);
  }
  return consent;
}

type Line = readonly [reason: string, facts: string, answer: string];

function linesOf(section: string): Line[] {
  const lines = section.split("\n").filter((line) => line.includes("=>"));
  return lines.map((line) => {
    const [facts = "", answer = "", reason = ""] = line.split(/ => | : /);
    return [reason, facts, answer];
  });
}

function check(_reason: string, facts: string, answer: string): void {
  const request = requestOf(facts);
  const { verdict, until, rules, obligations, contested = false } = decide(request);
  const [expected = "", ...words] = answer.split(/ +/);
  const idsOf = (sign: string) => words.filter((word) => word.startsWith(sign)).map((word) => word.slice(1));
  const blocking = rules.filter(({ effect }) => effect === "deny" || effect === "defer").map(({ id }) => id);
  const opensAt = words.find((word) => /^\d/.test(word));

  expect({ verdict, contested, blocking: verdict === "allow" ? [] : blocking }).toEqual({
    verdict: expected,
    contested: words.includes("contested"),
    blocking: verdict === "allow" ? [] : expect.arrayContaining(words.filter((word) => /^[A-Z]/.test(word))),
  });
  expect(until && Date.parse(until)).toBe(opensAt ? Date.parse(requestOf(facts.replace(/\S+T\S+/, opensAt)).at) : null);
  expect(obligations.map(({ id }) => id)).toEqual(expect.arrayContaining(idsOf("+")));
  const lifted = rules.filter(({ effect }) => effect === "lift").map(({ id }) => id);
  expect(lifted).toEqual(expect.arrayContaining(idsOf("^")));
  expect(rules.map(({ id }) => id).filter((id) => idsOf("-").includes(id))).toEqual([]);
}

const [, ...sections] = readFileSync("test/fixtures/law-of-north-america.txt", "utf8").split("# ");

describe.each(sections.map((section) => [section.slice(0, section.indexOf("\n")), linesOf(section)] as const))(
  "%s",
  (_title, lines) => {
    test.each(lines)("%s: %s => %s", check);
  },
);
