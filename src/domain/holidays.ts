import Holidays from "date-holidays";
import type { ClosedDay } from "#domain/calling-hours.ts";
import { dayMs, dayOfWall, hourMs } from "#domain/time.ts";

type Place = { country: string; region?: string | undefined };

// Reading a country's rules takes milliseconds, so each year of a place is read once and kept as a set of days.
const calendars = new Map<string, Holidays>();
const yearsRead = new Map<string, ReadonlySet<string>>();
const noDays: ReadonlySet<string> = new Set();

/** The public holidays of a place, national and regional, as a test on days. Unknown places have none. */
export function holidaysOf(place: Place | undefined): ClosedDay {
  if (!place) return () => false;
  const key = `${place.country}-${place.region ?? ""}`;
  return (day) => daysOff(key, place, day.slice(0, 4)).has(day);
}

function daysOff(key: string, place: Place, year: string): ReadonlySet<string> {
  const yearKey = `${key}-${year}`;
  const known = yearsRead.get(yearKey);
  if (known) return known;
  const days = readYear(key, place, Number(year));
  yearsRead.set(yearKey, days);
  return days;
}

function readYear(key: string, { country, region }: Place, year: number): ReadonlySet<string> {
  if (!/^[A-Za-z]{2}$/.test(country)) return noDays;
  const calendar = calendars.get(key) ?? (region ? new Holidays(country, region) : new Holidays(country));
  calendars.set(key, calendar);
  const holidays = calendar.getHolidays(year) || [];
  return new Set(holidays.filter(({ type }) => type === "public").flatMap(daysOf));
}

/** Whole days only: some calendars carry afternoons. Two hours of slack are for the days on which clocks change. */
function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const days = Math.floor((end.getTime() - start.getTime() + 2 * hourMs) / dayMs);
  const first = Date.parse(date.slice(0, 10));
  return Array.from({ length: days }, (_, day) => dayOfWall(first + day * dayMs));
}
