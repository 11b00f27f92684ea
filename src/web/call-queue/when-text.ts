import type { TFunction } from "i18next";
import { addDays, localDay } from "#domain/time.ts";
import type { Dates } from "#web/platform/dates.ts";

export type Wording = { t: TFunction<"call-queue">; dates: Dates; now: Date; timeZone: string };

const weekdaysAhead = 6;

/** When something happened, as people say it: "today at 08:41", "yesterday", "on Saturday", "on 9 October". */
export function pastText(at: Date, { t, dates, now, timeZone }: Wording): string {
  const day = localDay(at, timeZone);
  if (day === localDay(now, timeZone)) return t("when.today", { time: dates.time(at, timeZone) });
  if (day === localDay(addDays(now, -1, timeZone), timeZone)) return t("when.yesterday");
  if (day > localDay(addDays(now, -1 - weekdaysAhead, timeZone), timeZone)) {
    return t("when.onWeekday", { weekday: dates.weekday(at, timeZone) });
  }
  return t("when.onDate", { date: dates.date(at, timeZone, now) });
}

/** When something is due; also for what is already overdue. */
export function dueText(at: Date, { t, dates, now, timeZone }: Wording): string {
  const day = localDay(at, timeZone);
  const time = dates.time(at, timeZone);
  if (day === localDay(now, timeZone)) return t("when.today", { time });
  if (day === localDay(addDays(now, 1, timeZone), timeZone)) return t("when.tomorrow", { time });
  const isNear = at > now && day < localDay(addDays(now, weekdaysAhead, timeZone), timeZone);
  if (isNear) return t("when.onWeekdayAt", { weekday: dates.weekday(at, timeZone), time });
  return t("when.onDateAt", { date: dates.date(at, timeZone, now), time });
}
