import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { localeOf } from "#web/platform/languages.ts";

/** The zone that this browser's clock shows. */
export const ownTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export type Dates = {
  /** 09:12 */
  time: (at: Date, timeZone?: string) => string;
  /** Sat 21 Nov */
  day: (at: Date, timeZone?: string) => string;
  /** 21 Nov */
  shortDay: (at: Date, timeZone?: string) => string;
  /** Sat 09:12, for the days around now */
  dayTime: (at: Date, timeZone?: string) => string;
  /** Saturday 21 November */
  longDay: (at: Date, timeZone?: string) => string;
  /** Saturday */
  weekday: (at: Date, timeZone?: string) => string;
  /** 9 October, with the year where it is not the one of `now` */
  date: (at: Date, timeZone: string | undefined, now: Date) => string;
  /** 21 Nov 2026, 09:12 */
  dateTime: (at: Date, timeZone?: string) => string;
  number: (value: number) => string;
  /** A, B and C */
  list: (items: readonly string[]) => string;
};

/** How dates, times and numbers are written in the person's language; without a zone, in the browser's own. */
export function useDates(): Dates {
  const { i18n } = useTranslation();
  return useMemo(() => datesIn(localeOf(i18n.language)), [i18n.language]);
}

export function datesIn(locale: string): Dates {
  const written = (options: Intl.DateTimeFormatOptions) => (at: Date, timeZone?: string) =>
    formatter(locale, timeZone === undefined ? options : { ...options, timeZone }).format(at);
  const year = written({ year: "numeric" });
  const thisYear = written({ day: "numeric", month: "long" });
  const otherYear = written({ day: "numeric", month: "long", year: "numeric" });
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale);
  return {
    time: written({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    day: written({ weekday: "short", day: "numeric", month: "short" }),
    shortDay: written({ day: "numeric", month: "short" }),
    dayTime: written({ weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    longDay: written({ weekday: "long", day: "numeric", month: "long" }),
    weekday: written({ weekday: "long" }),
    date: (at, timeZone, now) => (year(at, timeZone) === year(now, timeZone) ? thisYear : otherYear)(at, timeZone),
    dateTime: written({
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }),
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
  };
}

// Making a formatter costs more than a thousand uses of it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}
