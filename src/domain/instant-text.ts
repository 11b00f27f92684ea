import { dayMs, minuteMs } from "#domain/time.ts";

const zero = "0".charCodeAt(0);
const point = ".".charCodeAt(0);
const minus = "-".charCodeAt(0);
const usualDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const usualInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)$/;

/** An RFC 3339 text, or a day, in milliseconds; the usual shapes are read three times as fast as by `Date.parse`. */
export function parseInstant(text: string): number {
  if (text.length === 10) return dayNumberOf(text) * dayMs;
  if (!usualInstant.test(text)) return Date.parse(text);
  const hasFraction = text.charCodeAt(19) === point;
  const fraction = hasFraction ? two(text, 20) * 10 + text.charCodeAt(22) - zero : 0;
  const clock = (two(text, 11) * 60 + two(text, 14)) * minuteMs + two(text, 17) * 1000 + fraction;
  const instant = dayOfDigits(text) * dayMs + clock;
  const zone = hasFraction ? 23 : 19;
  if (text.length === zone + 1) return instant;
  const offset = (two(text, zone + 1) * 60 + two(text, zone + 4)) * minuteMs;
  return text.charCodeAt(zone) === minus ? instant + offset : instant - offset;
}

/** Days from 1970-01-01 of "YYYY-MM-DD…"; years are taken to begin in March, so that leap days come last. */
function dayOfDigits(text: string): number {
  const month = two(text, 5);
  const year = two(text, 0) * 100 + two(text, 2) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + two(text, 8) - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;
}

/** A day "YYYY-MM-DD" as a count of days from 1970-01-01. */
export function dayNumberOf(day: string): number {
  return usualDay.test(day) ? dayOfDigits(day) : Math.floor(Date.parse(day) / dayMs);
}
