import { type HolidayTest, holidayTest } from "#domain/gate/calendars.ts";
import type { Blocks } from "#domain/gate/case.ts";
import { isGiven } from "#domain/gate/facts/consents.ts";
import { ownList } from "#domain/gate/facts/refusals.ts";
import { compileCap } from "#domain/gate/mechanisms/caps.ts";
import { clockMs, compileDuring, compileHours } from "#domain/gate/mechanisms/hours.ts";
import type { Week } from "#domain/gate/packs/row.ts";
import type { Policy } from "#domain/gate/types.ts";
import { dayMs, firstInstant } from "#domain/time.ts";

const noHolidays: HolidayTest = () => false;
const never = Number.POSITIVE_INFINITY;
const open = 0;

const weekday = [["09:00", "20:00"]] as const;
const ourWeek: Week = {
  mon: weekday,
  tue: weekday,
  wed: weekday,
  thu: weekday,
  fri: weekday,
  sat: [["10:00", "16:00"]],
};
const ourHours = compileHours(ourWeek, holidayTest("policy holidays", { library: true, regions: true }));

const enteredHolidays = compileDuring(["holiday", "proclaimed_day"]);

const notNowDays = 90;
const ourCaps: readonly Blocks[] = [
  { attempts: 3, hours: 7 * 24 },
  { attempts: 4, hours: 30 * 24 },
  { attempts: 1, hours: 2 },
].map((cap) => compileCap({ kind: "cap", ...cap }));
const notNow = compileCap({ kind: "cap", attempts: 1, hours: notNowDays * 24, outcomes: ["not_now"] });

/** The mechanisms of our own rules that ask for more than a row can say: the workspace's settings, a place's law. */
export const ownRules: Record<string, Blocks> = {
  "GATE-UNK": (_, __, { zones, law }) => (zones.length > 0 && law.isKnown ? open : never),
  "POL-OPTOUT-NOW": ({ refusals, listings }, at) =>
    refusals.some(({ earliest }) => earliest <= at) || listings.some(({ list }) => list === ownList) ? never : open,
  "POL-WARM": (subject, at, place) => {
    if (subject.request.policy?.allowCold || subject.ties.some(({ from, end }) => from <= at && at < end)) return open;
    return subject.consents.some((permission) => isGiven(permission, {}, subject, at, place)) ? open : never;
  },
  "POL-PURPOSE": ({ request }) =>
    request.openPurpose !== undefined && request.openPurpose !== request.attempt.subject ? never : open,
  "POL-QUIET": ({ request }, at, { zones }) => {
    const { quietHours } = request.contact;
    if (!quietHours || quietHours.length === 0) return open;
    return zones.reduce((latest, zone) => Math.max(latest, endOfQuiet(quietHours, at, zone)), open);
  },
  "POL-HRS-01": (subject, at, place) => {
    const { hours } = subject.request.policy ?? {};
    if (hours) return compileHours(weekOf(hours), noHolidays)(subject, at, place);
    return place.law.hasHours ? open : Math.max(ourHours(subject, at, place), enteredHolidays(subject, at, place));
  },
  "POL-CAP-01": (subject, at, place) => {
    const { caps, spacingHours } = subject.request.policy ?? {};
    if (subject.attempts.length === 0 && !caps) return open;
    const limits = caps?.map((cap) => compileCap({ kind: "cap", ...cap })) ?? (place.law.hasCaps ? [] : ourCaps);
    const spacing = spacingHours ? [compileCap({ kind: "cap", attempts: 1, hours: spacingHours })] : [];
    return [...limits, ...spacing, notNow].reduce((latest, cap) => Math.max(latest, cap(subject, at, place)), open);
  },
};

function weekOf(hours: NonNullable<Policy["hours"]>): Week {
  return Object.fromEntries(
    Object.entries(hours).map(([day, openings]) => [day, openings.map(({ from, until }) => [from, until] as const)]),
  );
}

type Quiet = { from: string; until: string };

/** Hours that end before they begin go on past midnight; hours that end when they begin last all day. */
function endOfQuiet(quiet: readonly Quiet[], at: number, zone: string): number {
  const end = firstInstant(new Date(at), zone, (wall) => firstLoudWall(quiet, wall));
  if (end === null) return never;
  return end.getTime() > at ? end.getTime() : open;
}

function firstLoudWall(quiet: readonly Quiet[], wall: number): number | null {
  let candidate = wall;
  for (let step = 0; step <= 2 * quiet.length; step++) {
    const running = quiet.find((each) => isQuiet(each, timeOf(candidate)));
    if (!running) return candidate;
    if (running.from === running.until) return null;
    const until = clockMs(running.until);
    const midnight = candidate - timeOf(candidate);
    candidate = midnight + until + (until > timeOf(candidate) ? 0 : dayMs);
  }
  return null;
}

function isQuiet({ from, until }: Quiet, time: number): boolean {
  const [start, end] = [clockMs(from), clockMs(until)];
  return start < end ? start <= time && time < end : time >= start || time < end;
}

function timeOf(wall: number): number {
  return ((wall % dayMs) + dayMs) % dayMs;
}
