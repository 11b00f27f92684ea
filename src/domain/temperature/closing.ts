import { evidenceOf } from "#domain/temperature/evidence.ts";
import type { History, WarmthRules } from "#domain/temperature/history.ts";
import { isVerified } from "#domain/touchpoints/kinds.ts";
import { closesCalls, closesPerson } from "#domain/what-a-no-covers.ts";

export type ClosedBecause = "no_number" | "suppressed" | "restricted" | "withdrawn";

/** A standing "no" that was neither lifted nor taken back. */
export type StandingRefusal = {
  kind: string;
  /** Said of this person, not only of one of the numbers or addresses. */
  ofPerson: boolean;
  point: string | null;
  scope: string | null;
  saidAt: Date;
};

export type ClosingFacts = {
  withdrawn: boolean;
  /** GDPR Art. 18: stored and not used. */
  restricted: boolean;
  phones: readonly string[];
  refusals: readonly StandingRefusal[];
  /** When the person last gave a consent that still holds. */
  consentedAt: Date | null;
};

const forGood: ReadonlySet<string> = new Set(["deceased", "litigator", "wrong_person", "list"]);

/**
 * Why a contact cannot be in any queue, whatever the hour; null where only the gate can say. It is stricter
 * nowhere than the gate: a refusal that the person's own later request or consent may reopen closes nothing here.
 */
export function closedBecause(facts: ClosingFacts, history: History, rules: WarmthRules): ClosedBecause | null {
  if (facts.withdrawn) return "withdrawn";
  if (facts.restricted) return "restricted";
  if (facts.phones.length === 0) return "no_number";

  const reopenedAt = lastOpening(facts, history, rules);
  const holding = facts.refusals.filter(
    ({ kind, scope, saidAt }) =>
      closesCalls(kind) && scope === null && (forGood.has(kind) || !reopenedAt || reopenedAt <= saidAt),
  );
  if (holding.some((refusal) => closesPerson(refusal) && (refusal.ofPerson || refusal.point === null)))
    return "suppressed";
  const closed = new Set(holding.map(({ point }) => point));
  const open = facts.phones.filter((phone) => !closed.has(phone));
  if (open.length > 0) return null;
  return holding.every(({ kind }) => kind === "wrong_person") ? "no_number" : "suppressed";
}

function lastOpening({ consentedAt }: ClosingFacts, history: History, rules: WarmthRules): Date | null {
  let last = consentedAt;
  for (const { of, occurredAt, verification } of evidenceOf(history, rules)) {
    if (!isVerified(verification) || (of.direction !== "contact" && of.direction !== "mutual")) continue;
    if (of.gateRelationship !== null && (!last || occurredAt > last)) last = occurredAt;
  }
  return last;
}
