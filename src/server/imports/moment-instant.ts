import { hourMs, parseWallTime, startOfDay } from "#domain/time.ts";
import type { Moment } from "#server/imports/imported-row.ts";

const noonHours = 12;
// Most rows of a file share a few hundred days.
const noons = new Map<string, Date>();
const noonsMax = 5000;

/** The instant that a file means; `zoneAssumed` where the file left the zone to us. */
export function instantOfMoment(moment: Moment, timeZone: string): { at: Date; zoneAssumed: boolean } | null {
  if ("instant" in moment) return { at: moment.instant, zoneAssumed: false };
  if ("day" in moment) return atNoon(moment.day, timeZone);
  const inOwnZone = moment.zone && parseWallTime(moment.local, moment.zone);
  if (inOwnZone) return { at: inOwnZone, zoneAssumed: false };
  const at = parseWallTime(moment.local, timeZone);
  return at ? { at, zoneAssumed: true } : null;
}

/** A day without a time is put at its noon, so that it stays the same day for most of the world. */
function atNoon(day: string, timeZone: string): { at: Date; zoneAssumed: boolean } | null {
  const key = `${day} ${timeZone}`;
  const known = noons.get(key);
  if (known) return { at: known, zoneAssumed: true };
  try {
    const at = new Date(startOfDay(day, timeZone).getTime() + noonHours * hourMs);
    if (noons.size < noonsMax) noons.set(key, at);
    return { at, zoneAssumed: true };
  } catch {
    return null;
  }
}
