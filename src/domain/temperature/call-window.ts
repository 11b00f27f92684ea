import { endOfNextOpening, isOpen } from "#domain/calling-hours.ts";
import { holidaysOf } from "#domain/holidays.ts";
import { type Evidence, windowOfKind } from "#domain/temperature/evidence.ts";
import type { History, WarmthRules } from "#domain/temperature/history.ts";
import { hoursAfter } from "#domain/time.ts";

const meetingWindowHours = 1;

/** The call window that a touchpoint opens; undefined where its kind has none. */
export function callWindowOf(
  { of, occurredAt, endsAt }: Evidence,
  history: History,
  rules: WarmthRules,
): { opensAt: Date; closesAt: Date } | undefined {
  const window = windowOfKind(of, rules);
  if (!window) return undefined;
  if (window === "at_meeting") {
    return endsAt ? { opensAt: endsAt, closesAt: hoursAfter(endsAt, meetingWindowHours) } : undefined;
  }
  const closesAt = stretched(hoursAfter(occurredAt, window.closesAfterHours), history, rules);
  return { opensAt: hoursAfter(occurredAt, window.opensAfterHours), closesAt };
}

/** A window that would close at night, on a weekend or a holiday stays open until the end of the next hours. */
function stretched(closesAt: Date, { timeZone, place }: History, { callingHours }: WarmthRules): Date {
  const isHoliday = holidaysOf(place);
  // The last moment of the window counts: one that closes together with the hours is not outside of them.
  const lastMoment = new Date(closesAt.getTime() - 1);
  if (isOpen(callingHours, lastMoment, timeZone, isHoliday)) return closesAt;
  return endOfNextOpening(callingHours, closesAt, timeZone, isHoliday) ?? closesAt;
}
