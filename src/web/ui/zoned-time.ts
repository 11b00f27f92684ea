import { dayOfWall, hourMs, localTime, parseWallTime, wallTime } from "#domain/time.ts";

/** What a clock shows at an instant, as "2026-11-26T15:00". */
export function localOf(at: Date, timeZone: string): string {
  const { day, clock } = localTime(at, timeZone);
  return `${day}T${clock}`;
}

/** The instant at which the zone's clocks show it; undefined while a person has not typed all of it. */
export function instantOf(local: string, timeZone: string): Date | undefined {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? parseWallTime(local, timeZone) : undefined;
}

/** The same instant, read off another clock; what cannot be read stays as it is. */
export function otherClock(local: string, from: string, to: string): string {
  const at = instantOf(local, from);
  return at ? localOf(at, to) : local;
}

export type QuickTime = { key: "hour" | "afternoon" | "tomorrow" | "week"; local: string };

const afternoon = "15:00";
const morning = "10:00";
const dayInHours = 24;

/** Times that are often agreed, as the clock shows them where the person is. */
export function quickTimes(now: Date, timeZone: string): QuickTime[] {
  const today = localOf(now, timeZone);
  const dayAfter = (days: number) => dayOfWall(wallTime(now, timeZone) + days * dayInHours * hourMs);
  const hour = localOf(new Date(now.getTime() + hourMs), timeZone);
  const early: QuickTime[] =
    today.slice(11) < afternoon ? [{ key: "afternoon", local: `${dayAfter(0)}T${afternoon}` }] : [];
  return [
    { key: "hour", local: hour },
    ...early,
    { key: "tomorrow", local: `${dayAfter(1)}T${morning}` },
    { key: "week", local: `${dayAfter(7)}T${morning}` },
  ];
}
