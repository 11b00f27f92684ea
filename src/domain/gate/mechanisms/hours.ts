import type { HolidayTest } from "#domain/gate/calendars.ts";
import { type Blocks, type Case, never, open, type Place } from "#domain/gate/case.ts";
import type { Week } from "#domain/gate/packs/row.ts";
import { earliestOf, latestOf } from "#domain/gate/read-case.ts";
import { dayMs, firstInstantAt, minuteMs, type Weekday, wallAt } from "#domain/time.ts";

// In the order in which days are counted from 1970-01-01, a Thursday.
const weekdays: readonly Weekday[] = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"];
// A plan that is closed for so long is taken to be closed for ever.
const daysAhead = 370;

type Opening = readonly [from: number, until: number];
/** The openings of a day, in milliseconds of wall time from its midnight. */
type OpeningsOn = (day: number) => readonly Opening[];

/** Open in these hours only, in every zone in which the place may lie; on holidays in theirs, or not at all. */
export function compileHours(week: Week, isHoliday: HolidayTest, holidayWeek?: Week): Blocks {
  const openings = compileWeek(week);
  const onHolidays = holidayWeek && compileWeek(holidayWeek);
  return (_, at, place) => {
    const isHolidayHere = (day: number) => isHoliday(day, place.country, place.region);
    const openOn = onHolidays ? (day: number) => (isHolidayHere(day) ? onHolidays : openings)(day) : openings;
    const isClosed = onHolidays ? () => false : isHolidayHere;
    let latest = open;
    for (const zone of place.zones) {
      const opensAt = nextOpening(openOn, isClosed, at, zone);
      if (opensAt > at && opensAt > latest) latest = opensAt;
    }
    return latest;
  };
}

/** Closed on whole days: of the week, of a calendar, or such as an officer has entered for the place. */
export function compileClosedDays(
  closed: readonly Weekday[],
  isHoliday: HolidayTest,
  conditions: readonly string[],
): Blocks {
  const onDays = compileHours(everyDay([["00:00", "24:00"]], closed), isHoliday);
  const entered = compileDuring(conditions);
  return (subject, at, place) => Math.max(onDays(subject, at, place), entered(subject, at, place));
}

/** The same openings on every weekday but those. */
export function everyDay(openings: NonNullable<Week[Weekday]>, closed: readonly Weekday[] = []): Week {
  const open = weekdays.filter((weekday) => !closed.includes(weekday));
  return Object.fromEntries(open.map((weekday) => [weekday, openings]));
}

/** Closed while such a condition holds where the person may be; without a known end until that is known. */
export function compileDuring(kinds: readonly string[]): Blocks {
  return ({ request }, at, place) => {
    let latest = open;
    for (const condition of request.conditions ?? []) {
      if (!isOfKind(condition.kind, kinds) || !isHere(condition, place) || at < earliestOf(condition.from)) continue;
      const until = condition.to === undefined ? never : latestOf(condition.to);
      if (at < until) latest = Math.max(latest, until);
    }
    return latest;
  };
}

/** Where holidays are closed, a town's or a region's is one too, and so is one that was proclaimed. */
function isOfKind(kind: string, kinds: readonly string[]): boolean {
  return kinds.includes(kind) || (kinds.includes("holiday") && /holiday|procla/.test(kind));
}

/** What is not known of the place may be what the condition names. */
function isHere(
  { country, region, county, place: town }: NonNullable<Case["request"]["conditions"]>[number],
  place: Place,
): boolean {
  if (country !== undefined && country !== place.country) return false;
  if (place.region !== undefined && region !== place.region) return false;
  if (county !== undefined && place.county !== undefined && county !== place.county) return false;
  return town === undefined || place.place === undefined || town === place.place;
}

/** The instant itself where it is open, else the next at which it is; Infinity for never. */
export function nextOpening(
  openings: OpeningsOn,
  isClosed: (day: number) => boolean,
  at: number,
  zone: string,
): number {
  const wall = wallAt(at, zone);
  const day = Math.floor(wall / dayMs);
  const time = wall - day * dayMs;
  for (const [from, until] of openings(day)) {
    if (from <= time && time < until && !isClosed(day)) return at;
  }
  return firstInstantAt(at, zone, (later) => nextOpenWall(openings, isClosed, later)) ?? never;
}

function nextOpenWall(openings: OpeningsOn, isClosed: (day: number) => boolean, wall: number): number | null {
  const today = Math.floor(wall / dayMs);
  for (let day = today; day < today + daysAhead; day++) {
    for (const [from, until] of openings(day)) {
      if (wall < day * dayMs + until && !isClosed(day)) return Math.max(wall, day * dayMs + from);
    }
  }
  return null;
}

function compileWeek(week: Week): OpeningsOn {
  const byWeekday = weekdays.map((weekday) =>
    joined((week[weekday] ?? []).map(([from, until]): Opening => [clockMs(from), clockMs(until)])),
  );
  return (day) => byWeekday[((day % 7) + 7) % 7] ?? [];
}

/** In order, and those that touch as one. */
function joined(openings: readonly Opening[]): readonly Opening[] {
  const apart: [from: number, until: number][] = [];
  for (const [from, until] of openings.toSorted(([one], [other]) => one - other)) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else if (from < until) apart.push([from, until]);
  }
  return apart;
}

function clockMs(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return (hour * 60 + minute) * minuteMs;
}
