import type { HolidayTest } from "#domain/gate/calendars.ts";
import type { Place, Tie } from "#domain/gate/case.ts";
import { daysLater, monthsLater, type Start, workingDaysLater } from "#domain/gate/facts/local-days.ts";
import type { TieTest } from "#domain/gate/packs/row.ts";

/** What lasts until it is ended; all else happened once. */
const lasting: ReadonlySet<string> = new Set(["contract", "membership", "employment"]);

/** Whether this relationship is such as the test asks for, at that instant. */
export function isTied(known: Tie, test: TieTest, at: number, place: Place, isHoliday: HolidayTest): boolean {
  return at >= known.from && isSuch(known, test) && isRecent(known, test, at, place, isHoliday);
}

function isSuch({ tie }: Tie, test: TieTest): boolean {
  if (!test.kinds.includes(tie.kind)) return false;
  if (test.similar && tie.similar !== true) return false;
  if (test.optOutOffered && tie.optOutOffered !== true) return false;
  if (test.agreed && tie.agreedBy !== "contact") return false;
  return !test.referrerKnowsBoth || (["seller", "contact"] as const).every((each) => tie.referrerKnows?.includes(each));
}

function isRecent(known: Tie, test: TieTest, at: number, place: Place, isHoliday: HolidayTest): boolean {
  const isLasting = lasting.has(known.tie.kind);
  const { months, days, workingDays } = test;
  if (test.current) return isLasting && at < known.end;
  if (workingDays !== undefined) return at < workingDaysLater(known, workingDays, place, isHoliday);
  if (months === undefined && days === undefined) return true;
  if (isLasting && known.tie.endedAt === undefined) return true;

  const start: Start = known.tie.endedAt === undefined ? known : { from: known.end, day: known.endDay };
  return at < (months === undefined ? daysLater(start, days ?? 0, place) : monthsLater(start, months, place));
}
