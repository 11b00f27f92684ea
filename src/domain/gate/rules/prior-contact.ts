import { coversAttempt, isAlive, isPromotional } from "#domain/gate/facts.ts";
import type { Rule } from "#domain/gate/finding.ts";
import { policyPack } from "#domain/gate/packs/policy.ts";

/** Nobody is approached cold, unless the workspace has chosen to. Any relationship will do here, a tip too. */
export const priorContact: Rule = (request, at) => {
  if (!isPromotional(request) || request.policy?.allowCold) return [];
  const isKnown =
    (request.relationships ?? []).some((relationship) => isAlive(relationship, at)) ||
    (request.consents ?? []).some((consent) => coversAttempt(consent, request, at));
  if (isKnown) return [];
  return [
    {
      rule: policyPack.rules.priorContact,
      effect: "deny",
      reason: "No verified prior contact with this person is known.",
      missing: { fact: "relationships", wouldChange: "A verified prior contact would open this." },
    },
  ];
};
