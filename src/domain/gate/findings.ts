import type { Case, CompiledLift, CompiledRow, Place } from "#domain/gate/case.ts";
import { endOfForce } from "#domain/gate/compile-row.ts";
import { dayOf } from "#domain/gate/facts/local-days.ts";

/** What one row says of a request at one instant. */
export type Finding = {
  found: CompiledRow;
  place: Place | undefined;
  /** 0: it does not stand in the way. Else the first later instant at which it may not; Infinity: a fact must change. */
  clearsAt: number;
  /** What lifted it, where it would have blocked. */
  lift: CompiledLift | "override" | undefined;
};

const never = Number.POSITIVE_INFINITY;
// Each step passes the end of an hour, a cap or a fact; a request that needs more has no opening.
const stepsMax = 500;
/** Rules of ours that two people may not set aside: what they protect is not ours to give. */
const notOverridable: ReadonlySet<string> = new Set(["GATE-UNK", "POL-OPTOUT-NOW", "POL-HOURS", "POL-RESTRICTED"]);

export function isBlocked({ clearsAt }: Finding): boolean {
  return clearsAt > 0;
}

/** All rows that stand in the way at that instant, and those that would if nothing lifted them. */
export function findingsAt(subject: Case, at: number): Finding[] {
  const findings: Finding[] = [];
  for (const place of subject.places) {
    for (const found of place.law.blockingOn(dayAt(place, at))) {
      const clearsAt = clearsAtOf(found, subject, at, place);
      if (clearsAt <= at) continue;
      const lift = liftOf(found, subject, at, place);
      findings.push({ found, place, clearsAt: lift ? 0 : clearsAt, lift });
    }
  }
  return findings;
}

function clearsAtOf(found: CompiledRow, subject: Case, at: number, place: Place): number {
  if (!found.blocks || (found.when && !found.when(subject, at, place))) return 0;
  return found.blocks(subject, at, place);
}

/** Rows come into force and leave it with a day of the called place. */
export function dayAt({ zones }: Place, at: number): number {
  return dayOf(at, zones[0] ?? "UTC");
}

function liftOf(found: CompiledRow, subject: Case, at: number, place: Place): Finding["lift"] {
  if (found.lifts.length === 0) return isOverridden(found, subject) ? "override" : undefined;
  const day = dayAt(place, at);
  const lift = found.lifts.find(({ from, to, holds }) => from <= day && day < to && holds(subject, at, place));
  return lift ?? (isOverridden(found, subject) ? "override" : undefined);
}

/** Two people together may set aside a rule of our own, with a reason; never a law. */
function isOverridden({ row }: CompiledRow, { request }: Case): boolean {
  const { override } = request;
  if (!override || override.rule !== row.id || row.basis !== "policy" || notOverridable.has(row.id)) return false;
  const { by, approvedBy, reason } = override;
  return by !== "" && approvedBy !== "" && by !== approvedBy && reason.trim() !== "";
}

/**
 * The first instant at which nothing stands in the way. Every row names the first instant at which it may fall
 * silent, so none before the latest of them can be free; there all are asked again, because facts may have run
 * out meanwhile. `blockers` are the findings that then close it for good.
 */
export function firstAllowed(
  subject: Case,
  now: readonly Finding[],
): { until: number | null; blockers: readonly Finding[] } {
  let { at } = subject;
  let findings = now;
  for (let step = 0; step < stepsMax; step++) {
    const blockers = findings.filter(isBlocked);
    if (blockers.length === 0) return { until: at, blockers: [] };
    const next = Math.max(...blockers.map((finding) => mayClearAt(finding, subject, at)));
    if (next === never) return { until: null, blockers: step === 0 ? [] : blockers };
    at = next;
    findings = findingsAt(subject, at);
  }
  return { until: null, blockers: [] };
}

/** A row may also fall silent when it goes out of force, or when a time begins that the person agreed to. */
function mayClearAt({ found, clearsAt, place }: Finding, { openings }: Case, at: number): number {
  const agreed = openings.find((opening) => opening > at) ?? never;
  return Math.min(clearsAt, place ? endOfForce(found, place) : never, agreed);
}
