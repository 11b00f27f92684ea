import type { Case, Law, Past, Permission, Place, Said, Tie } from "#domain/gate/case.ts";
import { mentionedIn } from "#domain/gate/facts/mentions.ts";
import type { Mode } from "#domain/gate/packs/row.ts";
import type {
  Channel,
  Consent,
  GateLocation,
  GateRequest,
  Listing,
  Purpose,
  Relationship,
  Technology,
} from "#domain/gate/types.ts";
import { withPossibleRegions } from "#domain/gate/unknown-region.ts";
import { dayNumberOf, parseInstant } from "#domain/instant-text.ts";
import { timeZonesOfPlace } from "#domain/places.ts";
import { dayMs, hourMs, isValidTimeZone } from "#domain/time.ts";
import { coversSubject } from "#domain/what-a-no-covers.ts";

const wantsNothing: ReadonlySet<string> = new Set<Purpose>(["service", "appointment", "debt", "opt_out_confirmation"]);
const nothing: readonly never[] = [];
// A day that is known without its zone begins so long before and ends so long after its day in UTC.
const eastMost = 14 * hourMs;
const westMost = 12 * hourMs;

export function isPromotional(purpose: string): boolean {
  return !wantsNothing.has(purpose);
}

/** Which law binds such an attempt at a place. */
export type LawAt = (location: GateLocation, attempt: Pick<Case, "request" | "mode" | "audience" | "purpose">) => Law;

export function readCase(request: GateRequest, lawAt: LawAt): Case {
  const { attempt, contact } = request;
  const { purpose, technology = "manual" } = attempt;
  const { audience = "consumer", phone, source } = contact;
  const kind = { request, mode: modeOf(attempt.channel, technology), purpose, audience };
  const at = latestOf(request.at);
  const consents = request.consents?.map((consent) => readConsent(consent, request, technology)) ?? nothing;
  const ties = request.relationships?.map(readTie) ?? nothing;
  return {
    request,
    mode: kind.mode,
    purpose,
    audience,
    at,
    technology,
    isPromotional: isPromotional(purpose),
    line: phone?.line ?? "mobile",
    directory: phone?.directory ?? "unlisted",
    places: placesOf(contact.locations, (location) => lawAt(location, kind)),
    ties,
    consents,
    refusals: refusalsOf(request),
    listings: request.listings?.map(readListing) ?? nothing,
    attempts: attemptsOf(request),
    openings: openingsOf(at, consents, ties, source?.noticeSentAt),
    mentioned: mentionedIn(request),
  };
}

export function modeOf(channel: Channel, technology: Technology): Mode {
  switch (channel) {
    case "call":
    case "video":
      return callModes[technology];
    case "voicemail":
      return technology === "manual" ? "vm" : "rvm";
    case "sms":
      return technology === "manual" ? "sms" : "sms_auto";
    case "message":
    case "chat":
      return "dm";
    default:
      return channel;
  }
}

const callModes: Record<Technology, Mode> = {
  manual: "call",
  autodialed: "auto",
  automated: "auto",
  prerecorded: "pre",
  ringless: "rvm",
  ai_voice: "ai",
};

const nowhere: readonly GateLocation[] = [{ country: "" }];

/** Each once, in an order of their own, so that the order of the request's locations changes nothing. */
function placesOf(locations: readonly GateLocation[], lawOf: (location: GateLocation) => Law): Place[] {
  const candidates = withPossibleRegions(candidatesOf(locations));
  const [first] = candidates;
  if (first && candidates.length === 1) return [placeAt(first, lawOf(first))];
  const places = candidates.map((location) => placeAt(location, lawOf(location)));
  const byName = new Map(places.map((place) => [nameOf(place), place]));
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, place]) => place);
}

function placeAt(location: GateLocation, law: Law): Place {
  const { country, region, county, place } = location;
  return { country, region, county, place, zones: zonesOfLocation(location), law };
}

function nameOf({ country, region, county, place, zones }: Place): string {
  return JSON.stringify([country, region, zones, county, place]);
}

/** A place that was verified removes what only the number says. */
function candidatesOf(locations: readonly GateLocation[]): readonly GateLocation[] {
  if (locations.length < 2) return locations.length === 0 ? nowhere : locations;
  const isVerified = locations.some(({ basis }) => basis === "verified");
  return isVerified ? locations.filter(({ basis }) => basis !== "number") : locations;
}

/** The zones in which a place may lie: its own, else all of its region or country. */
export function zonesOfLocation({ timeZone, country, region }: GateLocation): readonly string[] {
  return timeZone === undefined ? timeZonesOfPlace(country, region) : oneZone(timeZone);
}

const zoneLists = new Map<string, readonly string[]>();
const zoneListsMax = 1_000;

function oneZone(timeZone: string): readonly string[] {
  const known = zoneLists.get(timeZone);
  if (known) return known;
  if (!isValidTimeZone(timeZone)) return nothing;
  if (zoneLists.size >= zoneListsMax) zoneLists.clear();
  const zones = [timeZone];
  zoneLists.set(timeZone, zones);
  return zones;
}

function readTie(tie: Relationship): Tie {
  return {
    tie,
    from: earliestOf(tie.at),
    day: dayIn(tie.at),
    end: tie.endedAt === undefined ? Number.POSITIVE_INFINITY : earliestOf(tie.endedAt),
    endDay: tie.endedAt === undefined ? undefined : dayIn(tie.endedAt),
  };
}

function readConsent(consent: Consent, request: GateRequest, technology: Technology): Permission {
  const { withdrawnAt, expiresAt } = consent;
  const withdrawn = withdrawnAt === undefined ? Number.POSITIVE_INFINITY : earliestOf(withdrawnAt);
  const expired = expiresAt === undefined ? Number.POSITIVE_INFINITY : earliestOf(expiresAt);
  return {
    consent,
    from: earliestOf(consent.givenAt),
    day: dayIn(consent.givenAt),
    end: Math.min(withdrawn, expired),
    isAboutThis: isAboutThis(consent, request),
    names: namesTechnology(consent, request, technology),
    slots: slotsOf(consent.times),
  };
}

function isAboutThis(consent: Consent, { attempt, contact }: GateRequest): boolean {
  if (consent.givenBy !== "contact" || contact.reassigned?.answer === "yes") return false;
  if (!consent.channels.includes(attempt.channel)) return false;
  if (consent.purpose !== undefined && consent.purpose !== attempt.purpose) return false;
  if (consent.subject !== undefined && consent.subject !== attempt.subject) return false;
  const point = attempt.channel === "email" ? contact.email?.address : contact.phone?.e164;
  return consent.point === undefined || consent.point === point;
}

/** In general terms a consent covers what a person does by hand, and letters that software sends. */
function namesTechnology({ technology: named, names }: Consent, { attempt }: GateRequest, technology: Technology) {
  if (!named && names?.includes("technology")) return "technology";
  if (named) return named.includes(technology) ? "technology" : "others";
  const isWritten = attempt.channel === "email" || attempt.channel === "sms" || attempt.channel === "message";
  return technology === "manual" || (technology === "automated" && isWritten) ? "general" : "none";
}

/** ISO 8601 intervals, comma separated; undefined for any time. */
function slotsOf(times: string | undefined): [number, number][] | undefined {
  if (times === undefined || times === "any") return undefined;
  return times.split(",").flatMap((interval): [number, number][] => {
    const [start = "", end = ""] = interval.trim().split("/");
    const from = latestOf(start);
    const until = end.startsWith("P") ? from + durationMs(end) : earliestOf(end);
    return from < until ? [[from, until]] : [];
  });
}

function durationMs(text: string): number {
  return Temporal.Duration.from(text).total({ unit: "milliseconds", relativeTo: "1970-01-01T00:00Z[UTC]" });
}

function openingsOf(
  at: number,
  consents: readonly Permission[],
  ties: readonly Tie[],
  noticeSentAt: string | undefined,
): readonly number[] {
  const openings: number[] = [];
  const begins = (instant: number) => {
    if (instant > at) openings.push(instant);
  };
  for (const { from } of ties) begins(from);
  for (const { from, slots } of consents) {
    begins(from);
    for (const [start] of slots ?? []) begins(start);
  }
  if (noticeSentAt !== undefined) begins(parseInstant(noticeSentAt));
  return openings.length < 2 ? openings : openings.sort((one, other) => one - other);
}

function refusalsOf({ refusals, attempt }: GateRequest): readonly Said[] {
  if (!refusals || refusals.length === 0) return nothing;
  return refusals
    .filter(({ scope }) => coversSubject(scope, attempt.subject))
    .map(({ kind, at }) => ({ kind, earliest: earliestOf(at), latest: latestOf(at) }));
}

function readListing({ list, since }: Listing): Case["listings"][number] {
  return { list, since: since === undefined ? undefined : latestOf(since) };
}

/** Oldest first; where only a date is known, with the end of that day. */
function attemptsOf({ attempts, attempt }: GateRequest): readonly Past[] {
  if (!attempts || attempts.length === 0) return nothing;
  const pasts = attempts.map(({ channel, at, subject, technology = "manual", purpose, outcome }) => ({
    channel,
    at: latestOf(at),
    subject,
    technology,
    purpose: purpose ?? attempt.purpose,
    isPromotional: isPromotional(purpose ?? attempt.purpose),
    outcome,
  }));
  return isInOrder(pasts) ? pasts : pasts.sort((one, other) => one.at - other.at);
}

function isInOrder(pasts: readonly Past[]): boolean {
  for (let index = 1; index < pasts.length; index++) {
    if ((pasts[index - 1]?.at ?? 0) > (pasts[index]?.at ?? 0)) return false;
  }
  return true;
}

function isDate(text: string): boolean {
  return text.length === 10;
}

function dayIn(text: string): number | undefined {
  return isDate(text) ? dayNumberOf(text) : undefined;
}

/** The first instant that an RFC 3339 text or a date anywhere on earth may mean. */
export function earliestOf(text: string): number {
  const instant = parseInstant(text);
  return isDate(text) ? instant - eastMost : instant;
}

/** The last instant that an RFC 3339 text or a date anywhere on earth may mean. */
export function latestOf(text: string): number {
  const instant = parseInstant(text);
  return isDate(text) ? instant + dayMs + westMost : instant;
}
