import {
  type Clock,
  dayMs,
  dayOfWall,
  firstInstant,
  minuteMs,
  type Weekday,
  wallTime,
  weekdayOfWall,
} from "#domain/time.ts";

export type Opening = { from: Clock; until: Clock };

/** A weekday without an entry is closed all day. Openings are half-open: at `until` it is closed. */
export type CallingHours = Partial<Record<Weekday, readonly Opening[]>>;

/** Whether a day "YYYY-MM-DD" is closed for a reason of its own, such as a holiday. */
export type ClosedDay = (day: string) => boolean;

const weekday: readonly Opening[] = [{ from: "09:00", until: "20:00" }];

export const defaultCallingHours: CallingHours = {
  mon: weekday,
  tue: weekday,
  wed: weekday,
  thu: weekday,
  fri: weekday,
  sat: [{ from: "10:00", until: "16:00" }],
};

// A plan that is closed for so long is taken to be closed for ever.
const daysAhead = 370;
const neverClosed: ClosedDay = () => false;

/** Whether a person in that zone may be called at that instant. */
export function isOpen(hours: CallingHours, at: Date, timeZone: string, isClosedDay = neverClosed): boolean {
  return openingAt(hours, wallTime(at, timeZone), isClosedDay) !== undefined;
}

/** The first instant from `at` on at which it is open; `at` itself when it is; null for never. */
export function nextOpening(hours: CallingHours, at: Date, timeZone: string, isClosedDay = neverClosed): Date | null {
  return firstInstant(at, timeZone, (wall) => firstOpenWall(hours, wall, isClosedDay));
}

/** The end of the hours that are running at `at` or open next; null for never. */
export function endOfNextOpening(
  hours: CallingHours,
  at: Date,
  timeZone: string,
  isClosedDay = neverClosed,
): Date | null {
  const open = nextOpening(hours, at, timeZone, isClosedDay);
  return open && firstInstant(open, timeZone, (wall) => firstClosedWall(hours, wall, isClosedDay));
}

type WallOpening = { from: number; until: number };

function openingsOn(hours: CallingHours, midnight: number, isClosedDay: ClosedDay): WallOpening[] {
  const openings = hours[weekdayOfWall(midnight)];
  if (!openings || openings.length === 0 || isClosedDay(dayOfWall(midnight))) return [];
  return openings
    .map(({ from, until }) => ({ from: midnight + clockMs(from), until: midnight + clockMs(until) }))
    .toSorted((one, other) => one.from - other.from);
}

function openingAt(hours: CallingHours, wall: number, isClosedDay: ClosedDay): WallOpening | undefined {
  return openingsOn(hours, midnightOf(wall), isClosedDay).find(({ from, until }) => from <= wall && wall < until);
}

function firstOpenWall(hours: CallingHours, wall: number, isClosedDay: ClosedDay): number | null {
  for (let day = 0; day < daysAhead; day++) {
    const openings = openingsOn(hours, midnightOf(wall) + day * dayMs, isClosedDay);
    const next = openings.find(({ from, until }) => wall < until && from < until);
    if (next) return Math.max(wall, next.from);
  }
  return null;
}

/** Openings may touch or overlap, also across midnight: walks on until none covers the moment. */
function firstClosedWall(hours: CallingHours, wall: number, isClosedDay: ClosedDay): number | null {
  let end = wall;
  for (let step = 0; step < daysAhead; step++) {
    const running = openingAt(hours, end, isClosedDay);
    if (!running) return end;
    end = running.until;
  }
  return null;
}

function midnightOf(wall: number): number {
  return Math.floor(wall / dayMs) * dayMs;
}

const clocks = new Map<Clock, number>();

function clockMs(clock: Clock): number {
  const known = clocks.get(clock);
  if (known !== undefined) return known;
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  const ms = (hour * 60 + minute) * minuteMs;
  clocks.set(clock, ms);
  return ms;
}
