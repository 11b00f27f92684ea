import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decide } from "#domain/gate/decide.ts";
import type { GateRequest, Verdict } from "#domain/gate/types.ts";

/*
 * What the law of each country says, one question a line. Each line changes a base request: a call by hand to a
 * consumer's mobile with whom we spoke twelve days before, on Tuesday 24 November 2026 at eleven their time, every
 * list of the country checked on the 20th.
 */

type Facts = Pick<GateRequest, "consents" | "listings" | "attempts" | "refusals" | "policy" | "conditions">;
type Different = Partial<Facts> & {
  /** Local time with the country's offset of November, unless it brings its own. */
  on?: string;
  attempt?: Partial<GateRequest["attempt"]>;
  /** What the call or message itself discloses. */
  says?: string[];
  audience?: GateRequest["contact"]["audience"];
  contact?: Partial<GateRequest["contact"]>;
  phone?: Partial<NonNullable<GateRequest["contact"]["phone"]>>;
  seller?: Partial<GateRequest["seller"]>;
  ties?: GateRequest["relationships"];
  /** No relationship at all. */
  none?: true;
};
type Line = {
  why: string;
  country: string;
  different: Different;
  verdict: Verdict;
  /** One of these must speak where it is not allowed. */
  rules?: string[];
  until?: string;
  contested?: true;
  obligations?: string[];
};

const dayMs = 24 * 3_600_000;
/** Zone, region, offset in November, a number there, the lists that are checked. */
const places: Record<string, [zone: string, region: string, offset: string, phone: string, ...lists: string[]]> = {
  FR: ["Europe/Paris", "IDF", "+01:00", "+33639981234"],
  DE: ["Europe/Berlin", "BY", "+01:00", "+4915112345678"],
  NL: ["Europe/Amsterdam", "NH", "+01:00", "+31612345678"],
  ES: ["Europe/Madrid", "MD", "+01:00", "+34612345678", "es-robinson"],
  IT: ["Europe/Rome", "RM", "+01:00", "+393491234567", "it-rpo"],
  AT: ["Europe/Vienna", "9", "+01:00", "+436641234567", "at-ecg"],
  BE: ["Europe/Brussels", "BRU", "+01:00", "+32470123456", "be-dncm"],
  IE: ["Europe/Dublin", "D", "+00:00", "+353850001234", "ie-ndd"],
  PL: ["Europe/Warsaw", "14", "+01:00", "+48501234567"],
  PT: ["Europe/Lisbon", "11", "+00:00", "+351912345678", "pt-dgc"],
  SE: ["Europe/Stockholm", "AB", "+01:00", "+46701234567", "se-nix"],
  DK: ["Europe/Copenhagen", "84", "+01:00", "+4520123456", "dk-robinson"],
  NO: ["Europe/Oslo", "03", "+01:00", "+4790001234", "no-reservasjon"],
  FI: ["Europe/Helsinki", "18", "+02:00", "+358401234567", "fi-robinson"],
  CZ: ["Europe/Prague", "10", "+01:00", "+420601123456"],
  GR: ["Europe/Athens", "I", "+02:00", "+306901234567", "gr-registers"],
  HU: ["Europe/Budapest", "BU", "+01:00", "+36201234567"],
  GB: ["Europe/London", "ENG", "+00:00", "+447700900123", "gb-tps", "gb-ctps"],
  CH: ["Europe/Zurich", "ZH", "+01:00", "+41791234567"],
  AU: ["Australia/Sydney", "NSW", "+11:00", "+61491570123", "au-dncr"],
  NZ: ["Pacific/Auckland", "AUK", "+13:00", "+64211234567"],
  SG: ["Asia/Singapore", "", "+08:00", "+6581234567", "sg-dnc-voice", "sg-dnc-text"],
  HK: ["Asia/Hong_Kong", "", "+08:00", "+85251234567", "hk-dnc"],
  TW: ["Asia/Taipei", "TPE", "+08:00", "+886912345678"],
  CN: ["Asia/Shanghai", "SH", "+08:00", "+8613800138000"],
  JP: ["Asia/Tokyo", "13", "+09:00", "+819012345678"],
  IN: ["Asia/Kolkata", "KA", "+05:30", "+919876543210", "in-ncpr"],
  RJ: ["America/Sao_Paulo", "RJ", "-03:00", "+5521987654321", "br-nmp", "br-rj"],
  SP: ["America/Sao_Paulo", "SP", "-03:00", "+5511987654321", "br-nmp", "br-sp"],
  ZZ: ["Africa/Nairobi", "", "+03:00", "+254712345678"],
};
const codes: Record<string, string> = { RJ: "BR", SP: "BR", ZZ: "KE" };
const spokenTo = { sender: ["sender"], letter: ["sender", "unsubscribe", "postal_address"] };

function ask(name: string, different: Different): GateRequest {
  const [timeZone, region, offset, e164, ...lists] = places[name] ?? ["", "", "Z", ""];
  const country = codes[name] ?? name;
  const {
    on = "2026-11-24T11:00",
    attempt,
    says,
    audience = "consumer",
    contact,
    phone,
    seller,
    ties = [],
  } = different;
  const { none, consents, listings, attempts, refusals, policy, conditions } = different;
  const facts = { consents, listings, attempts, refusals, policy, conditions };
  const at = on.length > 16 ? on : `${on}:00${offset}`;
  const lately = new Date(Date.parse(at) - 12 * dayMs).toISOString();
  const isWritten = ["email", "sms", "message"].includes(attempt?.channel ?? "call");
  return {
    at,
    attempt: {
      channel: "call",
      technology: isWritten ? "automated" : "manual",
      purpose: "marketing",
      subject: "offer-a",
      disclosed: says ?? (isWritten ? spokenTo.letter : spokenTo.sender),
      ...attempt,
    },
    seller: {
      country,
      sector: "general",
      registrations: ["be-dncm"],
      registers: Object.fromEntries(lists.map((list) => [list, "2026-11-20"])),
      ...seller,
    },
    contact: {
      audience,
      locations: [{ country, timeZone, ...(region ? { region } : {}), basis: "verified" }],
      phone: { e164, line: "mobile", ...phone },
      email: { address: "reader@example.org", kind: "personal" },
      ...contact,
    },
    relationships: none ? [] : [...ties, { kind: "conversation", at: lately }],
    ...Object.fromEntries(Object.entries(facts).filter(([, isKnown]) => isKnown)),
  };
}

const lines = readFileSync("test/fixtures/law-of-the-world.ndjson", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);

test.each(lines.map((line) => [line.country, line.why, line] as const))("%s: %s", (_country, _why, line) => {
  const { verdict, until, rules, obligations, contested = false } = decide(ask(line.country, line.different));
  const spoke = rules.map(({ id }) => id);

  expect({ verdict, spoke }).toEqual({ verdict: line.verdict, spoke: expect.any(Array) });
  if (line.rules) expect({ spoke, one: line.rules.some((id) => spoke.includes(id)) }).toEqual({ spoke, one: true });
  if (line.until) expect(Date.parse(until ?? "")).toBe(Date.parse(line.until));
  expect(contested).toBe(line.contested ?? false);
  expect(obligations.map(({ id }) => id)).toEqual(expect.arrayContaining(line.obligations ?? []));
});
