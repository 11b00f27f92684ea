import { decide } from "#domain/gate/decide.ts";
import type { Decision, GateRequest } from "#domain/gate/types.ts";
import { type Temperature, temperatureAt } from "#domain/temperature/standing.ts";
import type { StoredPoint } from "#server/compliance/gate-fact-queries.ts";
import { type GateWorkspace, type PersonFacts, phonesToCall } from "#server/compliance/gate-facts.ts";
import { type Ask, gateRequestFor } from "#server/compliance/gate-request-for.ts";

export type Answer = { phone: StoredPoint; request: GateRequest; decision: Decision };

type Warmth = Parameters<typeof temperatureAt>[0];

/**
 * Asks the gate whether the person may be called at that instant, without writing anything down: the first number
 * that is allowed, else the answer for the first. Undefined where there is no number to call.
 */
export function askGate(
  workspace: GateWorkspace,
  known: PersonFacts & { standing: Warmth; pointId?: string | undefined; ask?: Ask | undefined },
  at: Date,
): Answer | undefined {
  const isWarm = isWarmAt(known.standing, at);
  const phones = phonesToCall(known).filter(({ id }) => known.pointId === undefined || known.pointId === id);
  let first: Answer | undefined;
  for (const phone of phones) {
    const request = gateRequestFor(workspace, { ...known, phone, isWarm }, at);
    const answer = { phone, request, decision: decide(request) };
    if (answer.decision.verdict === "allow") return answer;
    first ??= answer;
  }
  return first;
}

function isWarmAt(standing: Warmth, at: Date): boolean {
  const temperature: Temperature = temperatureAt(standing, at);
  return temperature !== "cold";
}

/** What is said of a person who has no number that may be tried. */
export function withoutNumber(at: Date): Decision {
  const rule = {
    id: "GATE-NUMBER",
    kind: "no_number",
    basis: "policy",
    effect: "deny",
    citation: "Warmline policy: no call without a number",
  } as const;
  const reason = "No number of this person is known that may be tried.";
  return {
    at: at.toISOString(),
    verdict: "deny",
    until: null,
    rules: [{ ...rule, reason }],
    reliesOn: [],
    obligations: [],
    missing: [{ fact: "contact.phone", wouldChange: "A number would open this." }],
    packs: {},
  };
}
