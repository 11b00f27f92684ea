import type { ClosedDay } from "#domain/calling-hours.ts";
import { holidayTest } from "#domain/gate/calendars.ts";
import { dayNumberOf } from "#domain/instant-text.ts";

type Place = { country: string; region?: string | undefined };

const isPublicHoliday = holidayTest("public holidays", { library: true, regions: true });

/** The public holidays of a place, national and regional, as a test on days. Unknown places have none. */
export function holidaysOf(place: Place | undefined): ClosedDay {
  if (!place) return () => false;
  const { country, region } = place;
  return (day) => isPublicHoliday(dayNumberOf(day), country.toUpperCase(), region);
}
