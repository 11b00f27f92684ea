import type { History, HistoryTouchpoint, WarmthRules } from "#domain/temperature/history.ts";
import type { HoursWindow, TouchpointKind } from "#domain/touchpoints/kinds.ts";

/** A touchpoint that counts for something, with the kind that says for what. */
export type Evidence = HistoryTouchpoint & { of: TouchpointKind };

/** What was not taken back and is more than context, whoever says so. */
export function evidenceOf({ touchpoints }: History, { kinds }: WarmthRules): Evidence[] {
  const evidence: Evidence[] = [];
  for (const touchpoint of touchpoints) {
    const of = kinds.get(touchpoint.kind);
    if (of && of.direction !== "context" && !touchpoint.retracted) evidence.push({ ...touchpoint, of });
  }
  return evidence;
}

/** Oldest first; at one instant by key, so that the order in which rows arrive changes nothing. */
export function byTime(one: HistoryTouchpoint, other: HistoryTouchpoint): number {
  return one.occurredAt.getTime() - other.occurredAt.getTime() || (one.id < other.id ? -1 : 1);
}

/** Whether a kind keeps a contact warm, by who started it. */
export function warms(kind: TouchpointKind, { definition }: WarmthRules): boolean {
  if (definition === "referral-only") return false;
  return (
    kind.direction === "contact" || kind.direction === "mutual" || (definition === "broad" && kind.direction === "us")
  );
}

/** Whether a kind lets the contact expect our call, under the definition that the workspace has chosen. */
export function raisesExpectation(kind: TouchpointKind, { definition }: WarmthRules): boolean {
  return kind.expectation !== null && (definition !== "referral-only" || kind.hotUnderReferralOnly);
}

export function windowOfKind(kind: TouchpointKind, { definition }: WarmthRules): HoursWindow | "at_meeting" | null {
  return kind.window ?? (definition === "broad" ? (kind.windowUnderBroad ?? null) : null);
}
