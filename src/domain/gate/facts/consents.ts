import type { Case, Permission, Place } from "#domain/gate/case.ts";
import { monthsLater } from "#domain/gate/facts/local-days.ts";
import { isOneOf } from "#domain/gate/facts/names.ts";
import type { ConsentTest } from "#domain/gate/packs/row.ts";

const expressForms: readonly string[] = ["written", "electronic", "oral"];

/** Whether this consent covers the attempt at that instant, as far as the test asks. */
export function isGiven(permission: Permission, test: ConsentTest, subject: Case, at: number, place?: Place): boolean {
  const { consent, from, end } = permission;
  if (at < from || at >= end) return false;
  if (!(test.forms ?? expressForms).includes(consent.form)) return false;
  if (test.channel !== undefined) return consent.givenBy === "contact" && isAgreedTo(consent, test.channel, subject);
  if (!permission.isAboutThis || (test.namesSubject && consent.subject === undefined)) return false;
  return (
    coversTechnology(permission, test) &&
    coversTime(permission, test, at) &&
    (!test.afterListing || isAfterListing(permission, test.afterListing, subject)) &&
    (!test.afterRefusals || subject.refusals.every(({ latest }) => latest > at || latest < from)) &&
    (!place || isYoungEnough(permission, test, at, place))
  );
}

/** A consent to something that is no channel, such as tracking: named as what it is for, or among what it covers. */
function isAgreedTo({ channels, technology = [], purpose }: Permission["consent"], what: string, { request }: Case) {
  const named: readonly (string | undefined)[] = [...channels, ...technology, purpose];
  const { tracking = [] } = request.attempt;
  return named.includes(what) || (tracking.length > 0 && tracking.every((tracker) => named.includes(tracker)));
}

function coversTechnology({ names, consent }: Permission, test: ConsentTest): boolean {
  if (names === "others" || (names === "none" && !test.anyTechnology)) return false;
  if (test.namesTechnology && names !== "technology") return false;
  return !test.names || !consent.names || test.names.every((name) => consent.names?.includes(name));
}

function coversTime({ slots, consent }: Permission, { atTimes }: ConsentTest, at: number): boolean {
  if (slots) return slots.some(([start, until]) => start <= at && at < until);
  return !atTimes || (atTimes === true && consent.times === "any");
}

function isAfterListing({ from }: Permission, lists: readonly string[], { listings }: Case): boolean {
  return listings.every(({ list, since }) => !isOneOf(list, lists) || (since !== undefined && since < from));
}

function isYoungEnough(permission: Permission, test: ConsentTest, at: number, place: Place): boolean {
  const { consent } = permission;
  if (test.months === undefined) return true;
  if (test.unlessPeriodStated && (consent.expiresAt !== undefined || consent.ongoing)) return true;
  return at < monthsLater(permission, test.months, place);
}
