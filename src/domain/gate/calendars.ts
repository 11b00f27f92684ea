import Holidays from "date-holidays";
import type { Calendar } from "#domain/gate/packs/row.ts";
import { civilDay, dayMs, hourMs } from "#domain/time.ts";

/** Whether a day, counted from 1970-01-01, is a holiday at a place. */
export type HolidayTest = (day: number, country: string, region: string | undefined) => boolean;

// Reading a year of a calendar takes milliseconds, so each is read once; no request can make this grow for ever.
const yearsByPlace = new Map<string, Map<number, ReadonlySet<number>>>();
const placesMax = 1_000;
const yearsMax = 50;
const noDays: ReadonlySet<number> = new Set();

export function holidayTest(name: string, calendar: Calendar): HolidayTest {
  const reader = "library" in calendar ? libraryReader(calendar) : ownReader(name, calendar.rules);
  // Most questions are about one place, asked again and again.
  let last: { place: string; years: Map<number, ReadonlySet<number>> } = { place: "", years: new Map() };
  return (day, country, region) => {
    const place = reader.placeOf(country, region);
    if (place !== last.place) last = { place, years: yearsOf(place) };
    const { year } = civilDay(day);
    const known = last.years.get(year) ?? readYear(last.years, year, () => reader.read(country, region, year));
    return known.has(day);
  };
}

function yearsOf(place: string): Map<number, ReadonlySet<number>> {
  const known = yearsByPlace.get(place);
  if (known) return known;
  if (yearsByPlace.size >= placesMax) yearsByPlace.clear();
  const years = new Map<number, ReadonlySet<number>>();
  yearsByPlace.set(place, years);
  return years;
}

function readYear(years: Map<number, ReadonlySet<number>>, year: number, read: () => ReadonlySet<number>) {
  if (years.size >= yearsMax) years.clear();
  const days = read();
  years.set(year, days);
  return days;
}

type Reader = {
  placeOf: (country: string, region: string | undefined) => string;
  read: (country: string, region: string | undefined, year: number) => ReadonlySet<number>;
};

/** The days that a law itself lists; they are the same wherever it binds. */
function ownReader(name: string, rules: readonly string[]): Reader {
  return {
    placeOf: () => name,
    read: (_country, _region, year) => {
      const calendar = new Holidays();
      for (const rule of rules) addDay(calendar, rule);
      return daysOf(calendar, year);
    },
  };
}

/** National holidays that the library does not know yet, by country. */
const missingFromLibrary: Readonly<Record<string, readonly string[]>> = {
  BR: ["11-20"],
  CN: ["chinese 01-0-03 since 2025", "05-02 since 2025"],
  // Its holiday law of 2025; where one falls on a weekend, the nearest working day is free.
  TW: ["05-01", "09-28", "10-25", "12-25"]
    .map((day) => `${day} and if sunday then next monday if saturday then previous friday since 2025`)
    .concat("10-10 and if sunday then next monday if saturday then previous friday"),
};

/** The public holidays that the library knows of a country and, where asked for, of its region. */
function libraryReader({ regions }: { regions?: boolean }): Reader {
  return {
    placeOf: (country, region) => (regions && region ? `${country}-${region}` : country),
    read: (country, region, year) => {
      if (!/^[A-Z]{2}$/.test(country)) return noDays;
      const calendar = regions && knows(country, region) ? new Holidays(country, region) : new Holidays(country);
      for (const rule of missingFromLibrary[country] ?? []) addDay(calendar, rule);
      return daysOf(calendar, year);
    },
  };
}

/** It throws where it is asked for a region of a country of which it knows none. */
function knows(country: string, region: string | undefined): region is string {
  return region !== undefined && Object.hasOwn(new Holidays().getStates(country) ?? {}, region);
}

function addDay(calendar: Holidays, rule: string): void {
  if (!calendar.setHoliday(rule, { name: { en: rule }, type: "public" })) throw new Error(`no such day: ${rule}`);
}

function daysOf(calendar: Holidays, year: number): ReadonlySet<number> {
  // A substitute for New Year's Day may fall into the year before.
  const holidays = [year, year + 1].flatMap((each) => calendar.getHolidays(each) || []);
  return new Set(holidays.filter(({ type }) => type === "public").flatMap(wholeDays));
}

/** Whole days only: some calendars carry afternoons. Two hours of slack are for the days on which clocks change. */
function wholeDays({ date, start, end }: { date: string; start: Date; end: Date }): number[] {
  const length = Math.floor((end.getTime() - start.getTime() + 2 * hourMs) / dayMs);
  const first = Math.floor(Date.parse(date.slice(0, 10)) / dayMs);
  return Array.from({ length }, (_, day) => first + day);
}
