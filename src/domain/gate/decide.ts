import { zonesOfLocation } from "#domain/gate/facts.ts";
import type { Finding, Rule } from "#domain/gate/finding.ts";
import { obligationsOf, reliancesOf } from "#domain/gate/grounds.ts";
import { policyPack } from "#domain/gate/packs/policy.ts";
import { caps } from "#domain/gate/rules/caps.ts";
import { hours, knownPlace } from "#domain/gate/rules/hours.ts";
import { priorContact } from "#domain/gate/rules/prior-contact.ts";
import { refusals, restriction } from "#domain/gate/rules/refusals.ts";
import type { Decision, GateRequest, MissingFact, SpokenRule } from "#domain/gate/types.ts";
import { formatInZone, instantRange } from "#domain/time.ts";

const rules: readonly Rule[] = [restriction, refusals, knownPlace, priorContact, hours, caps];
// Each step passes the end of an hour, a cap or a fact; a request that needs more has no opening.
const stepsMax = 500;

/** The one function that says whether an attempt may be made now, from when on it may, and what comes with it. */
export function decide(request: GateRequest): Decision {
  const at = instantRange(request.at).latest;
  const now = findingsAt(request, at);
  const { until, blockers } = firstAllowed(request, at, now);
  const verdict = until === null ? "deny" : until > at ? "defer" : "allow";
  const findings = [...now, ...blockers];
  const format = (instant: Date) => formatInZone(instant, zoneForReading(request));
  const obligations = verdict === "allow" ? obligationsOf(request) : [];

  return {
    ...(request.id === undefined ? {} : { id: request.id }),
    at: request.at,
    verdict,
    until: verdict === "defer" && until ? format(until) : null,
    rules: unique([...findings.map((finding) => spoken(finding, format)), ...obligations.map(({ rule }) => rule)]),
    reliesOn: verdict === "deny" ? [] : reliancesOf(request, until ?? at),
    obligations: obligations.map(({ obligation }) => obligation),
    missing: unique(findings.flatMap(({ missing }): MissingFact[] => (missing ? [missing] : []))),
    packs: { [policyPack.name]: policyPack.version },
  };
}

function findingsAt(request: GateRequest, at: Date): Finding[] {
  return rules.flatMap((rule) => rule(request, at));
}

/**
 * The first instant at which nothing stands in the way. Every rule names the first instant at which it falls
 * silent, so none before the latest of them can be free; there all rules are asked again, because facts may
 * have run out meanwhile. `blockers` are the rules that then close it for good.
 */
function firstAllowed(
  request: GateRequest,
  from: Date,
  now: readonly Finding[],
): { until: Date | null; blockers: Finding[] } {
  let at = from;
  let findings = now;
  for (let step = 0; step < stepsMax; step++) {
    const denials = findings.filter(({ effect }) => effect === "deny");
    if (denials.length > 0) return { until: null, blockers: step === 0 ? [] : denials };
    const clearings = findings.flatMap(({ clearsAt }) => (clearsAt ? [clearsAt.getTime()] : []));
    if (clearings.length === 0) return { until: at, blockers: [] };
    at = new Date(Math.max(...clearings));
    findings = findingsAt(request, at);
  }
  return { until: null, blockers: [] };
}

function spoken({ rule, effect, reason, clearsAt }: Finding, format: (instant: Date) => string): SpokenRule {
  return { ...rule, effect, reason, ...(clearsAt ? { until: format(clearsAt) } : {}) };
}

function zoneForReading({ contact }: GateRequest): string {
  const [first] = contact.locations;
  return (first && zonesOfLocation(first)[0]) ?? "UTC";
}

/** Sorted, so that the order of the request's arrays changes nothing; each saying once. */
function unique<Saying extends object>(sayings: readonly Saying[]): Saying[] {
  const byText = new Map(sayings.map((saying) => [JSON.stringify(saying), saying]));
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? []);
}
