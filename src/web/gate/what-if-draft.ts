import type { GateRequest } from "#domain/gate/types.ts";

/** The facts of a question that the form offers; everything else stays as it is in the JSON. */
export type Draft = {
  at: string;
  channel: string;
  technology: string;
  purpose: string;
  audience: string;
  country: string;
  region: string;
  timeZone: string;
  line: string;
  consent: string;
  relationship: string;
  refused: boolean;
  recorded: boolean;
  allowCold: boolean;
  lists: string;
  copies: string;
};

const minuteMs = 60_000;
const dayMs = 86_400_000;
const monthMs = 30 * dayMs;

/** A question to begin with where none is given: an unknown consumer in New York, called by hand. */
export function sampleQuestion(now: Date): GateRequest {
  return {
    at: now.toISOString().replace(/\.\d+Z$/, "Z"),
    attempt: { channel: "call", technology: "manual", purpose: "marketing" },
    seller: { country: "US", registers: { "us-dnc": new Date(now.getTime() - dayMs).toISOString().slice(0, 10) } },
    contact: { locations: [{ country: "US", region: "NY", timeZone: "America/New_York", basis: "verified" }] },
  };
}

export function draftOf(request: GateRequest): Draft {
  const { attempt, contact, seller, consents = [], relationships = [], refusals = [], listings = [] } = request;
  const [place] = contact.locations;
  return {
    at: request.at,
    channel: attempt.channel,
    technology: attempt.technology ?? "manual",
    purpose: attempt.purpose,
    audience: contact.audience ?? "",
    country: place?.country ?? "",
    region: place?.region ?? "",
    timeZone: place?.timeZone ?? "",
    line: contact.phone?.line ?? "",
    consent: consents[0]?.form ?? "",
    relationship: relationships[0]?.kind ?? "",
    refused: refusals.length > 0,
    recorded: attempt.recorded === true,
    allowCold: request.policy?.allowCold === true,
    lists: listings.map(({ list }) => list).join(", "),
    copies: Object.entries(seller.registers ?? {})
      .map(([list, day]) => `${list} ${day}`)
      .join(", "),
  };
}

type Json = Record<string, unknown>;

/** The question with one fact of the form changed; a fact that is emptied is no longer known. */
export function withFact<Name extends keyof Draft>(request: GateRequest, name: Name, value: Draft[Name]): GateRequest {
  const next = structuredClone(request) as unknown as Json;
  changes[name](next, value, request);
  return next as unknown as GateRequest;
}

type Change = (next: Json, value: string | boolean, before: GateRequest) => void;

const changes: Record<keyof Draft, Change> = {
  at: (next, value) => set(next, "at", value),
  channel: (next, value) => set(inside(next, "attempt"), "channel", value),
  technology: (next, value) => set(inside(next, "attempt"), "technology", value),
  purpose: (next, value) => set(inside(next, "attempt"), "purpose", value),
  recorded: (next, value) => set(inside(next, "attempt"), "recorded", value),
  audience: (next, value) => set(inside(next, "contact"), "audience", value),
  // Another place is one place: what was possible beside it was so because of the old one.
  country: (next, value) => set(inside(next, "contact"), "locations", value ? [{ country: value }] : []),
  region: (next, value, before) => setPlace(next, before, { region: value }),
  timeZone: (next, value, before) => setPlace(next, before, { timeZone: value }),
  line: (next, value) => {
    const contact = inside(next, "contact");
    const phone = inside(contact, "phone");
    if (phone.e164 === undefined) phone.e164 = "+12125550123";
    set(phone, "line", value);
  },
  consent: (next, form, { at, attempt, consents = [] }) => {
    const [first, ...others] = consents;
    const given = first ?? { channels: [attempt.channel], givenBy: "contact", givenAt: monthBefore(at) };
    setList(next, "consents", form ? [{ ...given, form }, ...others] : []);
  },
  relationship: (next, kind, { at, relationships = [] }) => {
    const [first, ...others] = relationships;
    setList(next, "relationships", kind ? [{ ...(first ?? { at: monthBefore(at) }), kind }, ...others] : []);
  },
  refused: (next, value, { at, refusals = [] }) =>
    // The last word of theirs: behind it no consent lifts it.
    setList(next, "refusals", value ? [...refusals, { kind: "do_not_call", at: before(at, minuteMs) }] : []),
  allowCold: (next, value) => set(inside(next, "policy"), "allowCold", value),
  lists: (next, value) =>
    setList(
      next,
      "listings",
      wordsOf(value).map((list) => ({ list })),
    ),
  copies: (next, value) => {
    const copies = wordsOf(value).map((each) => each.split(/\s+/));
    set(inside(next, "seller"), "registers", Object.fromEntries(copies.map(([list, day]) => [list, day ?? ""])));
  },
};

function inside(target: Json, name: string): Json {
  target[name] ??= {};
  return target[name] as Json;
}

function set(target: Json, name: string, value: unknown): void {
  if (value === "" || value === false) delete target[name];
  else target[name] = value;
}

function setList(target: Json, name: string, items: readonly unknown[]): void {
  if (items.length === 0) delete target[name];
  else target[name] = items;
}

function setPlace(next: Json, { contact }: GateRequest, fact: Json): void {
  const [name = "", value] = Object.entries(fact)[0] ?? [];
  const [first = { country: "" }, ...others] = contact.locations;
  const place: Json = { ...first };
  set(place, name, value);
  inside(next, "contact").locations = [place, ...others];
}

function monthBefore(at: string): string {
  return before(at, monthMs);
}

function before(at: string, ms: number): string {
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) ? at : new Date(instant.getTime() - ms).toISOString();
}

function wordsOf(value: string | boolean): string[] {
  return String(value)
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
}
