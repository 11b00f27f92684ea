/**
 * The only place that knows about time zones. Instants are `Date`; a day is "YYYY-MM-DD"; a wall time is what
 * a clock on the wall shows, as milliseconds that pretend to be UTC, so that plain arithmetic works on it.
 */

/** A time of day as "HH:MM": comparing texts compares times. */
export type Clock = string;
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export type LocalTime = { day: string; weekday: Weekday; clock: Clock };

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** A stretch of time in which a zone keeps one offset from UTC: `from <= instant < until`. */
type Span = { from: number; until: number; offset: number };

// A zone has a few dozen spans and reading one costs microseconds, so they are kept: imports ask 100,000 times.
const spansByZone = new Map<string, Span[]>();
const spansMax = 8;
// A name may be written in many ways, and a request may be about any century.
const zonesKeptMax = 1_000;
const spansKeptMax = 200;
const weekdays: readonly Weekday[] = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"]; // day 0 was a Thursday

/** Whether this runtime's zone data knows the name, such as "Europe/Paris". Bare offsets are no places. */
export function isValidTimeZone(timeZone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(timeZone)) return false;
  if (spansByZone.has(timeZone)) return true;
  try {
    spanAt(0, timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Whether two names mean one zone, such as "Asia/Calcutta" and "Asia/Kolkata". */
export function isSameTimeZone(one: string, other: string): boolean {
  if (one === other) return true;
  const epoch = Temporal.Instant.fromEpochMilliseconds(0);
  return epoch.toZonedDateTimeISO(one).equals(epoch.toZonedDateTimeISO(other));
}

/** The day, weekday and time of day of an instant, as read off a clock in that zone. */
export function localTime(at: Date, timeZone: string): LocalTime {
  const wall = wallTime(at, timeZone);
  return { day: dayOfWall(wall), weekday: weekdayOfWall(wall), clock: new Date(wall).toISOString().slice(11, 16) };
}

/** The time of day "HH:MM" of an instant given in milliseconds, as read off a clock in the zone. */
export function clockAt(instant: number, timeZone: string): Clock {
  const minutes = Math.floor((((wallAt(instant, timeZone) % dayMs) + dayMs) % dayMs) / minuteMs);
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The day "YYYY-MM-DD" that it is in the zone at that instant. */
export function localDay(at: Date, timeZone: string): string {
  return dayOfWall(wallTime(at, timeZone));
}

/** The wall time of an instant in the zone. */
export function wallTime(at: Date, timeZone: string): number {
  return wallAt(at.getTime(), timeZone);
}

/** The wall time of an instant given in milliseconds. */
export function wallAt(instant: number, timeZone: string): number {
  return instant + spanAt(instant, timeZone).offset;
}

/** The first instant of a day, counted from 1970-01-01, in the zone; not always midnight. */
export function startOfDayNumber(day: number, timeZone: string): number {
  return instantAtWall(day * dayMs, timeZone);
}

/** The same day so many months later, or the last of its month, in days from 1970-01-01. */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = civilDay(day);
  const first = Date.UTC(year, month - 1 + months, 1) / dayMs;
  const next = Date.UTC(year, month + months, 1) / dayMs;
  return first + Math.min(date, next - first) - 1;
}

export function weekdayOfWall(wall: number): Weekday {
  return weekdays[(((Math.floor(wall / dayMs) % 7) + 7) % 7) as 0] ?? "mon";
}

export function dayOfWall(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/** The instant at which the zone's clocks show that wall time: the earlier of two, or moved on past a skipped hour. */
export function instantOfWall(wall: number, timeZone: string): Date {
  return new Date(instantAtWall(wall, timeZone));
}

function instantAtWall(wall: number, timeZone: string): number {
  const span = spanAt(wall, timeZone);
  const instant = wall - span.offset;
  if (span.from <= instant - dayMs && instant + dayMs < span.until) return instant;
  const plain = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1));
  return plain.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
}

/** Reads "2026-03-08T02:30", "2026-03-08 02:30:15" or "2026-03-08" (its first instant) in the zone. */
export function parseWallTime(text: string, timeZone: string): Date | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?$/.exec(text.trim());
  if (!match) return undefined;
  try {
    const day = Temporal.PlainDate.from(match[1] ?? "", { overflow: "reject" });
    if (match[2] === undefined) return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
    const zoned = day.toPlainDateTime(Temporal.PlainTime.from(match[2])).toZonedDateTime(timeZone);
    return new Date(zoned.epochMilliseconds);
  } catch {
    return undefined;
  }
}

/** The first instant of a day "YYYY-MM-DD" in the zone; not always midnight. */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The same local time of day, so many days later in the zone. */
export function addDays(at: Date, days: number, timeZone: string): Date {
  return instantOfWall(wallTime(at, timeZone) + days * dayMs, timeZone);
}

/** The day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return dayOfWall(Date.parse(day) + days * dayMs);
}

/** How many days later the second day is. */
export function daysBetween(one: string, other: string): number {
  return Math.round((Date.parse(other) - Date.parse(one)) / dayMs);
}

/** The same date so many months later; the month's last day where it has no such date. */
export function addMonthsToDay(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

export function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * minuteMs);
}

export function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * hourMs);
}

/** RFC 3339 with the zone's offset, such as "2026-11-24T10:30:00+01:00". */
export function formatInZone(at: Date, timeZone: string): string {
  const instant = at.getTime();
  const minutes = Math.round(spanAt(instant, timeZone).offset / minuteMs);
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
  return formatWall(instant + minutes * minuteMs) + offset;
}

function formatWall(wall: number): string {
  const day = Math.floor(wall / dayMs);
  const seconds = Math.floor((wall - day * dayMs) / 1000);
  const fraction = wall - day * dayMs - seconds * 1000;
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return `${formatDay(day)}T${clock}${fraction === 0 ? "" : `.${String(fraction).padStart(3, "0")}`}`;
}

function formatDay(day: number): string {
  const { year, month, date } = civilDay(day);
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(date)}`;
}

/** Year, month and date of a day counted from 1970-01-01, in the Gregorian calendar; years that begin in March. */
export function civilDay(day: number): { year: number; month: number; date: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, date: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

/**
 * The first instant from `from` on whose wall time satisfies a rule. The rule knows wall times only: it
 * answers the first good wall time at or after the one given, or null for never. Skipped and repeated
 * hours are walked through here, so that no rule has to think of them.
 */
export function firstInstant(from: Date, timeZone: string, nextWall: (wall: number) => number | null): Date | null {
  const first = firstInstantAt(from.getTime(), timeZone, nextWall);
  return first === null ? null : new Date(first);
}

/** The same in milliseconds. */
export function firstInstantAt(
  from: number,
  timeZone: string,
  nextWall: (wall: number) => number | null,
): number | null {
  let instant = from;
  for (let hop = 0; hop < spansMax; hop++) {
    const span = spanAt(instant, timeZone);
    const wall = nextWall(instant + span.offset);
    if (wall === null) return null;
    if (wall - span.offset < span.until) return wall - span.offset;
    instant = span.until;
  }
  return null;
}

// One question after the other is about the same place and time.
let lastZone = "";
let lastSpan: Span = { from: 0, until: 0, offset: 0 };

function spanAt(instant: number, timeZone: string): Span {
  if (timeZone === lastZone && lastSpan.from <= instant && instant < lastSpan.until) return lastSpan;
  lastSpan = findSpan(instant, timeZone);
  lastZone = timeZone;
  return lastSpan;
}

function findSpan(instant: number, timeZone: string): Span {
  const known = spansByZone.get(timeZone);
  const found = known?.find((span) => span.from <= instant && instant < span.until);
  if (found) return found;

  const span = readSpan(instant, timeZone);
  if (known && known.length < spansKeptMax) {
    known.push(span);
    return span;
  }
  if (spansByZone.size >= zonesKeptMax) spansByZone.clear();
  spansByZone.set(timeZone, [span]);
  return span;
}

function readSpan(instant: number, timeZone: string): Span {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  // One millisecond on, because "previous" is strictly before and the span may begin at this very instant.
  const from = zoned.add({ milliseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds;
  const until = zoned.getTimeZoneTransition("next")?.epochMilliseconds;
  const offset = Math.round(zoned.offsetNanoseconds / 1e6);
  return { from: from ?? Number.NEGATIVE_INFINITY, until: until ?? Number.POSITIVE_INFINITY, offset };
}

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));

function pad(number: number): string {
  return twoDigits[number] ?? String(number);
}
