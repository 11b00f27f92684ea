import type { Case, Place } from "#domain/gate/case.ts";
import { isGiven } from "#domain/gate/facts/consents.ts";
import { daysLater } from "#domain/gate/facts/local-days.ts";
import type { RefusalTest } from "#domain/gate/packs/row.ts";
import { minuteMs } from "#domain/time.ts";

/** The do-not-contact list of the workspace itself. */
export const ownList = "internal";

/** Whether a no of this kind stands that the person has not taken back for this attempt. */
export function hasRefused(
  subject: Case,
  { kinds, withinDays, withinMinutes, ever }: RefusalTest,
  at: number,
  place: Place,
): boolean {
  return subject.refusals.some(({ kind, earliest, latest }) => {
    if (earliest > at || (kinds && !kinds.includes(kind))) return false;
    if (withinMinutes !== undefined && at > latest + withinMinutes * minuteMs) return false;
    const isOver = withinDays !== undefined && at >= daysLater({ from: latest, day: undefined }, withinDays, place);
    return !isOver && (ever || !isReopened(subject, latest, at));
  });
}

/** Whether nothing is left of any no: our own list needs a word that is known to be later than the entry. */
export function isAllReopened(subject: Case, at: number): boolean {
  return (
    subject.refusals.every(({ earliest, latest }) => earliest > at || isReopened(subject, latest, at)) &&
    subject.listings.every(
      ({ list, since }) => list !== ownList || (since !== undefined && isReopened(subject, since, at)),
    )
  );
}

/** A later consent of the person's own, or a later request that is answered by hand, reopens what it names. */
export function isReopened(subject: Case, saidAt: number, at: number): boolean {
  const isAgreed = subject.consents.some(
    (permission) => permission.from > saidAt && isGiven(permission, {}, subject, at),
  );
  if (isAgreed || subject.technology !== "manual") return isAgreed;
  return subject.ties.some(
    ({ tie, from }) => isRequest(tie.kind) && tie.similar === true && from > saidAt && from <= at,
  );
}

function isRequest(kind: string): boolean {
  return kind === "inquiry" || kind === "application";
}
