import {
  type Case,
  type CompiledLift,
  type CompiledRow,
  type Days,
  never,
  open,
  type Place,
} from "#domain/gate/case.ts";
import { startOfDayAt } from "#domain/gate/compile-row.ts";
import { dayOf } from "#domain/gate/facts/local-days.ts";
import { notOverridable } from "#domain/gate/overridable.ts";
import { dayMs } from "#domain/time.ts";

/** What one row says of a request at one instant. */
export type Finding = {
  found: CompiledRow;
  place: Place;
  /** As its mechanism says; `open` where it was lifted. */
  clearsAt: number;
  /** What lifted it, where it would have blocked. */
  lift: CompiledLift | "override" | undefined;
};

// Each hop passes the end of an hour, a cap or a fact; a request that needs more has no opening.
const hopsMax = 4_000;
// Hours of several zones that do not meet in all the seasons of a year never do.
const waitMax = 370 * dayMs;
const hoursHopMax = 31 * dayMs;
// A hop may read every fact, so a history of thousands gets fewer.
const factsPerHop = 500;
// RFC 3339 can write nothing later.
const lastInstant = Date.UTC(9999, 11, 31);

export function isBlocked({ clearsAt }: Finding): boolean {
  return clearsAt !== open;
}

/** No later instant opens it: a fact must change. */
export function isFinal({ clearsAt }: Finding): boolean {
  return clearsAt === never;
}

/** All rows that stand in the way at that instant, and those that would if nothing lifted them. */
export function findingsAt(subject: Case, at: number): Finding[] {
  const findings: Finding[] = [];
  for (const place of subject.places) {
    for (const found of place.law.blockingOn(daysAt(place, at), subject.mentioned)) {
      const clearsAt = clearsAtOf(found, subject, at, place);
      if (clearsAt <= at) continue;
      const lift = liftOf(found, subject, at, place);
      findings.push({ found, place, clearsAt: lift ? open : clearsAt, lift });
    }
  }
  return findings;
}

function clearsAtOf(found: CompiledRow, subject: Case, at: number, place: Place): number {
  if (!found.blocks || (found.when && !found.when(subject, at, place))) return open;
  const clearsAt = found.blocks(subject, at, place);
  return clearsAt > lastInstant ? never : clearsAt;
}

/** Rows come into force and leave it with a day of the called place; where zones disagree, with that of any of them. */
export function daysAt({ zones }: Place, at: number): Days {
  const first = dayOf(at, zones[0] ?? "UTC");
  const days = { first, last: first };
  for (let index = 1; index < zones.length; index++) {
    const day = dayOf(at, zones[index] ?? "UTC");
    days.first = Math.min(days.first, day);
    days.last = Math.max(days.last, day);
  }
  return days;
}

function liftOf(found: CompiledRow, subject: Case, at: number, place: Place): Finding["lift"] {
  if (found.lifts.length === 0) return isOverridden(found, subject) ? "override" : undefined;
  const days = daysAt(place, at);
  for (const lift of found.lifts) if (liftsOn(lift, days) && lift.holds(subject, at, place)) return lift;
  return isOverridden(found, subject) ? "override" : undefined;
}

/** What opens has to be in force in every zone of the place. */
export function liftsOn({ from, to }: CompiledLift, { first, last }: Days): boolean {
  return from <= first && last < to;
}

/** Two people together may set aside a rule of our own, with a reason; never a law. */
function isOverridden({ row }: CompiledRow, { request }: Case): boolean {
  const { override } = request;
  if (!override || override.rule !== row.id || row.basis !== "policy" || notOverridable.has(row.id)) return false;
  const [by, approvedBy] = [override.by, override.approvedBy].map((name) => name.trim().toLowerCase());
  return by !== "" && approvedBy !== "" && by !== approvedBy && override.reason.trim() !== "";
}

/**
 * The first instant at which nothing stands in the way. Every row names the first instant at which it may fall
 * silent, so none before it can be free; there the rows are asked again, until all are silent at one instant.
 * `blockers` are the findings that then close it for good.
 */
export function firstAllowed(
  subject: Case,
  now: readonly Finding[],
): { until: number | null; blockers: readonly Finding[] } {
  let at = now
    .filter(isBlocked)
    .reduce((latest, each) => Math.max(latest, mayClearAt(each, subject, subject.at)), open);
  if (at === never) return { until: null, blockers: [] };

  let hopsLeft = hopsMax / (1 + factCount(subject) / factsPerHop);
  let waitingSince = at;
  let placeIndex = 0;
  for (let hop = nextHop(subject, at, placeIndex); hop; hop = nextHop(subject, at, placeIndex)) {
    if (hop.clearsAt === never) return { until: null, blockers: findingsAt(subject, at).filter(isFinal) };
    if (!hop.isAboutTime || hop.clearsAt - at > hoursHopMax) waitingSince = hop.clearsAt;
    hopsLeft -= 1;
    if (hopsLeft < 0 || hop.clearsAt - waitingSince > waitMax) return { until: null, blockers: [] };
    at = hop.clearsAt;
    placeIndex = hop.placeIndex;
  }
  return { until: at, blockers: [] };
}

type Hop = { clearsAt: number; isAboutTime: boolean; placeIndex: number };

/** The first row that stands in the way. Of many places the hours are asked first, because that is quickly done. */
function nextHop(subject: Case, at: number, placeIndex: number): Hop | undefined {
  if (subject.places.length === 1) return firstBlocker(subject, at, placeIndex);
  return firstBlocker(subject, at, placeIndex, true) ?? firstBlocker(subject, at, placeIndex, false);
}

/** The place that closed last is asked first, since the others were open or will be asked again. */
function firstBlocker(subject: Case, at: number, placeIndex: number, isAboutTime?: boolean): Hop | undefined {
  const { places } = subject;
  for (let asked = 0; asked < places.length; asked++) {
    const index = (placeIndex + asked) % places.length;
    const place = places[index] as Place;
    for (const found of place.law.blockingOn(daysAt(place, at), subject.mentioned)) {
      if (isAboutTime !== undefined && found.isAboutTime !== isAboutTime) continue;
      const clearsAt = clearsAtOf(found, subject, at, place);
      if (clearsAt <= at || liftOf(found, subject, at, place)) continue;
      const next = mayClearAt({ found, clearsAt, place }, subject, at);
      return { clearsAt: next, isAboutTime: found.isAboutTime, placeIndex: index };
    }
  }
  return undefined;
}

function factCount({ consents, ties, refusals, listings, attempts, openings }: Case): number {
  return openings.length + consents.length + ties.length + refusals.length + listings.length + attempts.length;
}

/** A row may also fall silent when it goes out of force, when a lift comes into it or, where it looks at facts, when one begins. */
function mayClearAt(
  { found, clearsAt, place }: Pick<Finding, "found" | "clearsAt" | "place">,
  { openings }: Case,
  at: number,
): number {
  const looksAtFacts = clearsAt === never || found.when !== undefined || found.lifts.length > 0;
  const begins = (looksAtFacts ? openings.find((opening) => opening > at) : undefined) ?? never;
  let next = Math.min(clearsAt, startOfDayAt(found.to, place), begins);
  for (const { from } of found.lifts) {
    const liftsFrom = startOfDayAt(from, place);
    if (liftsFrom > at) next = Math.min(next, liftsFrom);
  }
  return next > lastInstant ? never : next;
}
