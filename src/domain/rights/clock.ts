import { holidaysOf } from "#domain/holidays.ts";
import { lawById, type Period, type RightsLaw } from "#domain/rights/laws.ts";
import type { RequestKind } from "#domain/rights/request-kinds.ts";
import { addMonthsToDay, daysAfter, daysBetween, weekdayOfWall } from "#domain/time.ts";

export type Counting = {
  law: string;
  kind: RequestKind;
  /** The day "YYYY-MM-DD" on which it came, where we are. */
  receivedOn: string;
  /** Whose national holidays count: those of a region alone would only give us more time. */
  country: string | null;
};

/** The last days, inclusive, by which something must have left us. */
export type Deadlines = {
  acknowledgeBy: string | null;
  answerBy: string;
  /** The last day when the person is told in time that it takes longer; null where the law knows no extension. */
  extendableTo: string | null;
  /** What the person wants must stop at once, whenever the answer is due. */
  actAtOnce: boolean;
};

export function deadlinesOf(counting: Counting): Deadlines {
  const law = lawById(counting.law);
  const { kind } = counting;
  const acknowledge = law.acknowledgeOf?.[kind] ?? law.acknowledge;
  const isChecked = kind === "access" || kind === "portability" || kind === "erasure" || kind === "correction";
  const isAcknowledged = law.acknowledgeOf?.[kind] !== undefined || isChecked;
  const extendedTo = kind === "objection" ? undefined : law.extendedTo;
  return {
    acknowledgeBy: acknowledge && isAcknowledged ? lastDay(counting, law, acknowledge) : null,
    answerBy: lastDay(counting, law, law.answerOf?.[kind] ?? law.answer),
    extendableTo: extendedTo ? lastDay(counting, law, extendedTo) : null,
    actAtOnce: kind === "objection" || kind === "restriction",
  };
}

function lastDay(counting: Counting, law: RightsLaw, period: Period): string {
  const isClosed = closedDays(counting);
  if ("workingDays" in period) return afterWorkingDays(counting.receivedOn, period.workingDays, isClosed);
  const day =
    "months" in period
      ? addMonthsToDay(counting.receivedOn, period.months)
      : daysAfter(counting.receivedOn, period.days);
  return law.movesToWorkingDay ? nextOpen(day, isClosed) : day;
}

type IsClosed = (day: string) => boolean;

function closedDays({ country }: Counting): IsClosed {
  const isHoliday = holidaysOf(country ? { country } : undefined);
  return (day) => {
    const weekday = weekdayOfWall(Date.parse(day));
    return weekday === "sat" || weekday === "sun" || isHoliday(day);
  };
}

function nextOpen(day: string, isClosed: IsClosed): string {
  return isClosed(day) ? nextOpen(daysAfter(day, 1), isClosed) : day;
}

function afterWorkingDays(from: string, count: number, isClosed: IsClosed): string {
  let day = from;
  for (let left = count; left > 0; ) {
    day = daysAfter(day, 1);
    if (!isClosed(day)) left -= 1;
  }
  return day;
}

export const urgencies = ["overdue", "today", "soon", "open"] as const;
export type Urgency = (typeof urgencies)[number];

const soonDays = 7;

/** How near the last day is: by this lists are coloured and reminders are written. */
export function urgencyOf(dueOn: string, today: string): Urgency {
  const left = daysBetween(today, dueOn);
  if (left < 0) return "overdue";
  if (left === 0) return "today";
  return left <= soonDays ? "soon" : "open";
}

/** On how many days before the last one somebody is reminded; after it, every day anew. */
export const reminderDays: readonly number[] = [14, 7, 3, 1, 0];

/** The reminder that is due today: the nearest of those passed; null while none is. */
export function reminderOf(dueOn: string, today: string): string | null {
  const left = daysBetween(today, dueOn);
  if (left < 0) return `overdue_${-left}`;
  const reached = reminderDays.filter((days) => left <= days).at(-1);
  return reached === undefined ? null : `due_in_${reached}`;
}
