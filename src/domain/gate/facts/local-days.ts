import type { Place } from "#domain/gate/case.ts";
import { addMonths, dayMs, startOfDayNumber, wallAt } from "#domain/time.ts";

/** The day, counted from 1970-01-01, that it is in the zone at that instant. */
export function dayOf(instant: number, zone: string): number {
  return Math.floor(wallAt(instant, zone) / dayMs);
}

/** A moment from which is counted; its day where no more than that is known. */
export type Start = { from: number; day: number | undefined };

/** The local midnight that begins the same day so many months later; the earliest of the place's zones. */
export function monthsLater({ from, day }: Start, months: number, place: Place): number {
  return firstMidnight(place, (zone) => addMonths(day ?? dayOf(from, zone), months));
}

/** The end of the day so many days later. */
export function daysLater({ from, day }: Start, days: number, place: Place): number {
  return firstMidnight(place, (zone) => (day ?? dayOf(from, zone)) + days + 1);
}

/** The end of the so-manyth day after it that is neither a Sunday nor a holiday. */
export function workingDaysLater(
  { from, day }: Start,
  days: number,
  place: Place,
  isHoliday: (day: number, country: string, region: string | undefined) => boolean,
): number {
  return firstMidnight(place, (zone) => {
    let current = day ?? dayOf(from, zone);
    for (let counted = 0; counted < days; ) {
      current += 1;
      const isSunday = (current + 4) % 7 === 0;
      if (!isSunday && !isHoliday(current, place.country, place.region)) counted += 1;
    }
    return current + 1;
  });
}

function firstMidnight({ zones }: Place, dayIn: (zone: string) => number): number {
  let first = Number.POSITIVE_INFINITY;
  for (const zone of zones) first = Math.min(first, startOfDayNumber(dayIn(zone), zone));
  return first;
}
