import { type Blocks, type Case, never, open, type Past, type Place } from "#domain/gate/case.ts";
import { dayOf } from "#domain/gate/facts/local-days.ts";
import type { Cap } from "#domain/gate/packs/row.ts";
import { hourMs, startOfDayNumber } from "#domain/time.ts";

const phoneChannels: readonly string[] = ["call", "voicemail", "sms"];

/** At most so many earlier attempts in a window that moves on with the instant. */
export function compileCap(cap: Cap): Blocks {
  const leaves = cap.days === undefined ? leavesAfterHours(cap.hours ?? 0) : leavesAfterDays(cap.days);
  return (subject, at, place) => {
    if (subject.attempts.length < cap.attempts) return open;
    // Oldest first: to let one more in, all but the newest `attempts - 1` have to leave the window.
    const ends: number[] = [];
    for (const past of subject.attempts) {
      if (past.at > at || !counts(past, cap, subject)) continue;
      const end = leaves(past, place);
      if (at < end) ends.push(end);
    }
    if (ends.length < cap.attempts) return open;
    return ends[ends.length - cap.attempts] ?? never;
  };
}

function counts(past: Past, cap: Cap, { isPromotional, request }: Case): boolean {
  if (past.isPromotional !== isPromotional) return false;
  if (!(cap.channels ?? phoneChannels).includes(past.channel)) return false;
  if (cap.technologies && !(cap.technologies as readonly string[]).includes(past.technology)) return false;
  if (cap.outcomes && !cap.outcomes.includes(past.outcome ?? "")) return false;
  const { subject } = request.attempt;
  return !cap.perSubject || subject === undefined || past.subject === undefined || subject === past.subject;
}

type Leaves = (past: Past, place: Place) => number;

/** Elapsed time; an attempt that is exactly so old is outside. */
function leavesAfterHours(hours: number): Leaves {
  return ({ at }) => at + hours * hourMs;
}

/** Calendar days of the called place, that of the instant among them; the latest where there are several zones. */
function leavesAfterDays(days: number): Leaves {
  return ({ at }, { zones }) =>
    zones.reduce((latest, zone) => Math.max(latest, startOfDayNumber(dayOf(at, zone) + days, zone)), open);
}
