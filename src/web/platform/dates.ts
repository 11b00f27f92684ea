import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { localeOf } from "#web/platform/languages.ts";

export type Dates = {
  /** 09:12 */
  time: (at: Date, timeZone?: string) => string;
  /** Sat 21 Nov, with the year where it is another one */
  day: (at: Date, timeZone?: string) => string;
  /** Saturday 21 November */
  longDay: (at: Date, timeZone?: string) => string;
  /** 21 Nov 2026, 09:12 */
  dateTime: (at: Date, timeZone?: string) => string;
  number: (value: number) => string;
};

/** How dates, times and numbers are written in the person's language; without a zone, in the browser's own. */
export function useDates(): Dates {
  const { i18n } = useTranslation();
  return useMemo(() => datesIn(localeOf(i18n.language)), [i18n.language]);
}

export function datesIn(locale: string): Dates {
  const written = (options: Intl.DateTimeFormatOptions) => (at: Date, timeZone?: string) =>
    formatter(locale, timeZone === undefined ? options : { ...options, timeZone }).format(at);
  const numbers = new Intl.NumberFormat(locale);
  return {
    time: written({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    day: written({ weekday: "short", day: "numeric", month: "short" }),
    longDay: written({ weekday: "long", day: "numeric", month: "long" }),
    dateTime: written({
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }),
    number: (value) => numbers.format(value),
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
