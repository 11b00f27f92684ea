import type { HolidayTest } from "#domain/gate/calendars.ts";
import type { Case, Holds } from "#domain/gate/case.ts";
import { isGiven } from "#domain/gate/facts/consents.ts";
import { monthsLater } from "#domain/gate/facts/local-days.ts";
import { isOneOf } from "#domain/gate/facts/names.ts";
import { hasRefused, isAllReopened } from "#domain/gate/facts/refusals.ts";
import { isTied } from "#domain/gate/facts/ties.ts";
import { bindsMode, type Fact } from "#domain/gate/packs/row.ts";

type KeyOf<Union> = Union extends unknown ? keyof Union : never;
type Key = KeyOf<Fact>;
type ValueOf<Name extends Key> = Extract<Fact, Record<Name, unknown>>[Name];
type Compilers = { [Name in Key]: (value: ValueOf<Name>, isHoliday: HolidayTest) => Holds };

/** Turns a fact of a pack into a test. `isHoliday` counts working days. */
export function compileFact(fact: Fact, isHoliday: HolidayTest): Holds {
  const [name] = Object.keys(fact) as [Key];
  const compile = compilers[name] as (value: unknown, isHoliday: HolidayTest) => Holds;
  return compile((fact as Record<Key, unknown>)[name], isHoliday);
}

const compilers: Compilers = {
  all: (facts, isHoliday) => {
    const parts = facts.map((fact) => compileFact(fact, isHoliday));
    return (subject, at, place) => {
      for (const part of parts) if (!part(subject, at, place)) return false;
      return true;
    };
  },
  any: (facts, isHoliday) => {
    const parts = facts.map((fact) => compileFact(fact, isHoliday));
    return (subject, at, place) => {
      for (const part of parts) if (part(subject, at, place)) return true;
      return false;
    };
  },
  not: (fact, isHoliday) => {
    const part = compileFact(fact, isHoliday);
    return (subject, at, place) => !part(subject, at, place);
  },
  consent: (test) => (subject, at, place) => {
    for (const permission of subject.consents) if (isGiven(permission, test, subject, at, place)) return true;
    return false;
  },
  tie:
    (test, isHoliday) =>
    ({ ties }, at, place) => {
      for (const tie of ties) if (isTied(tie, test, at, place, isHoliday)) return true;
      return false;
    },
  reopened: () => isAllReopened,
  refused: (test) => (subject, at, place) => hasRefused(subject, test, at, place),

  audience: (values) => oneOf(values, ({ audience }) => audience),
  purpose: (values) => oneOf(values, ({ purpose }) => purpose),
  mode: (modes) => (subject) => bindsMode(modes, subject.mode),
  technology: (values) => oneOf(values, ({ technology }) => technology),
  line: (values) => oneOf(values, ({ line }) => line),
  directory: (values) => oneOf(values, ({ directory }) => directory),
  exDirectory:
    () =>
    ({ request }) =>
      request.contact.phone?.directory === "unlisted",
  product: (values) => oneOf(values, ({ request }) => request.attempt.product),
  sector: (values) => oneOf(values, ({ request }) => request.seller.sector),
  sellerIn: (values) => {
    const set = new Set(values);
    return ({ request: { seller } }) => set.has(seller.country) || set.has(`${seller.country}-${seller.region}`);
  },
  emailKind: (values) => oneOf(values, ({ request }) => request.contact.email?.kind),
  reassigned: (values) => oneOf(values, ({ request }) => request.contact.reassigned?.answer),
  source: (values) => oneOf(values, ({ request }) => request.contact.source?.kind ?? "self"),
  region: (regions) => (_, __, place) => place.region === undefined || regions.includes(place.region),

  recorded:
    () =>
    ({ request }) =>
      request.attempt.recorded === true,
  agentGuaranteed:
    () =>
    ({ request }) =>
      request.attempt.agentGuaranteed === true,
  restricted:
    () =>
    ({ request }) =>
      request.contact.restricted === true,
  registered:
    (name) =>
    ({ request }) =>
      request.seller.registrations?.includes(name) === true,
  listed:
    (lists) =>
    ({ listings }) =>
      listings.some(({ list }) => isOneOf(list, lists)),
  disclosed:
    (names) =>
    ({ request }) =>
      names.every((name) => request.attempt.disclosed?.includes(name)),
  tracking:
    (names) =>
    ({ request }) =>
      request.attempt.tracking?.some((each) => names.includes(each)) === true,

  callerId:
    (value) =>
    ({ request }) =>
      request.attempt.callerId === value,
  callerIdIn:
    (prefixes) =>
    ({ request }) =>
      beginsWith(request.attempt.callerId, prefixes),
  callerIdNotIn:
    (prefixes) =>
    ({ request }) => {
      const { callerId } = request.attempt;
      return callerId !== undefined && !beginsWith(callerId, prefixes);
    },
  numberIn:
    (prefixes) =>
    ({ request }) =>
      beginsWith(request.contact.phone?.e164, prefixes),

  noticeSent:
    () =>
    ({ request }, at) => {
      const sentAt = request.contact.source?.noticeSentAt;
      return sentAt !== undefined && Date.parse(sentAt) <= at;
    },
  obtainedMonthsAgo:
    (months) =>
    ({ request }, at, place) => {
      const obtainedAt = request.contact.source?.obtainedAt;
      if (obtainedAt === undefined) return false;
      return at >= monthsLater({ from: Date.parse(obtainedAt), day: undefined }, months, place);
    },
  attempted:
    ({ channels, atLeast, outcomes, purposes, sinceTie, sinceRefusal }) =>
    ({ attempts, ties, refusals }, at) => {
      const tiedSince = sinceTie === undefined ? 0 : newest(ties.filter(({ tie }) => tie.kind === sinceTie));
      const since = sinceRefusal ? Math.max(tiedSince, ...refusals.map(({ earliest }) => earliest)) : tiedSince;
      const made = attempts.filter(
        (past) =>
          since <= past.at &&
          past.at <= at &&
          channels.includes(past.channel) &&
          (!purposes || (purposes as readonly string[]).includes(past.purpose)),
      );
      return made.filter(({ outcome = "" }) => !outcomes || outcomes.includes(outcome)).length >= atLeast;
    },
};

function oneOf(values: readonly string[], read: (subject: Case) => string | undefined): Holds {
  const set: ReadonlySet<string | undefined> = new Set(values);
  return (subject) => set.has(read(subject));
}

function beginsWith(number: string | undefined, prefixes: readonly string[]): boolean {
  return number !== undefined && prefixes.some((prefix) => number.startsWith(prefix));
}

function newest(ties: readonly { from: number }[]): number {
  return ties.reduce((latest, { from }) => Math.max(latest, from), 0);
}
