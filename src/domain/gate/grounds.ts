import { coversAttempt, isAlive, isPromotional } from "#domain/gate/facts.ts";
import { type PolicyRule, policyPack } from "#domain/gate/packs/policy.ts";
import type { GateRequest, Obligation, Relationship, Reliance, SpokenRule } from "#domain/gate/types.ts";
import { instantRange } from "#domain/time.ts";

/** What the attempt relies on at that instant: the consents that cover it, and the newest of each kind of tie. */
export function reliancesOf(request: GateRequest, at: Date): Reliance[] {
  const consents = (request.consents ?? [])
    .filter((consent) => coversAttempt(consent, request, at))
    .map(({ givenAt, evidence }): Reliance => ({ kind: "consent", at: givenAt, ...(evidence ? { evidence } : {}) }));
  const ties = new Map<Reliance["kind"], Reliance>();
  const alive = (request.relationships ?? []).filter((relationship) => isAlive(relationship, at));
  for (const relationship of alive.toSorted(byInstant)) {
    const kind = relianceOn(relationship);
    ties.set(kind, { kind, at: relationship.at });
  }
  return [...consents, ...ties.values()].sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

/** What has to be said or done in an attempt that is allowed. */
export function obligationsOf(request: GateRequest): { obligation: Obligation; rule: SpokenRule }[] {
  const { identify, offerOptOut, announceRecording } = policyPack.rules;
  const { recorded } = request.attempt;
  return [
    oblige(identify, "Say your name and your company at the start."),
    ...(isPromotional(request) ? [oblige(offerOptOut, "Say how to opt out, and act on it at once.")] : []),
    ...(recorded ? [oblige(announceRecording, "Announce the recording and offer to go on without it.")] : []),
  ];
}

function oblige(rule: PolicyRule, text: string): { obligation: Obligation; rule: SpokenRule } {
  return {
    obligation: { id: rule.id, text, citation: rule.citation },
    rule: { ...rule, effect: "oblige", reason: text },
  };
}

function relianceOn({ kind }: Relationship): Reliance["kind"] {
  if (kind === "introduction") return "introduction";
  return kind === "inquiry" || kind === "application" ? "request" : "relationship";
}

function byInstant({ at: one }: Relationship, { at: other }: Relationship): number {
  const apart = instantRange(one).earliest.getTime() - instantRange(other).earliest.getTime();
  return apart || (one < other ? -1 : 1);
}

function textOf({ kind, at, evidence = "" }: Reliance): string {
  return `${kind} ${at} ${evidence}`;
}
