import { allPacks } from "#domain/gate/all-packs.ts";
import type { Case } from "#domain/gate/case.ts";
import { type Finding, findingsAt, firstAllowed, isBlocked } from "#domain/gate/findings.ts";
import { reliancesOf } from "#domain/gate/grounds.ts";
import { bindPacks } from "#domain/gate/law-book.ts";
import type { Pack } from "#domain/gate/packs/row.ts";
import { readCase, zonesOfLocation } from "#domain/gate/read-case.ts";
import { explain, write } from "#domain/gate/spoken.ts";
import type { Decision, GateRequest } from "#domain/gate/types.ts";

/** The one function that says whether an attempt may be made now, from when on it may, and what comes with it. */
export const decide: (request: GateRequest) => Decision = decideBy(allPacks);

/** The same by other packs, such as those that were in force when a recorded decision was taken. */
export function decideBy(packs: readonly Pack[]): (request: GateRequest) => Decision {
  const lawAt = bindPacks(packs);
  return (request) => decideCase(readCase(request, lawAt));
}

function decideCase(subject: Case): Decision {
  const now = findingsAt(subject, subject.at);
  if (!now.some(isBlocked)) return answer(subject, "allow", null, now);

  const { until, blockers } = firstAllowed(subject, now);
  if (until === null) return answer(subject, "deny", null, [...now, ...blockers]);
  return answer(subject, "defer", until, now);
}

function answer(
  subject: Case,
  verdict: Decision["verdict"],
  until: number | null,
  findings: readonly Finding[],
): Decision {
  const { request, at, places } = subject;
  const zone = zoneOfAnswer(subject);
  const { rules, obligations, missing, contested } = explain(subject, verdict, findings, zone);
  const [place, ...others] = places;
  const decision: Decision = {
    at: request.at,
    verdict,
    until: until === null ? null : write(until, zone),
    rules,
    reliesOn: verdict === "deny" ? [] : reliancesOf(subject, until ?? at),
    obligations,
    missing,
    packs: others.length === 0 && place ? place.law.packs : Object.assign({}, ...places.map(({ law }) => law.packs)),
  };
  if (request.id !== undefined) decision.id = request.id;
  if (contested) decision.contested = true;
  return decision;
}

/** Answers are written in the zone of the first location, wherever the places come in their own order. */
function zoneOfAnswer({ request, places }: Case): string {
  const [first, ...others] = request.contact.locations;
  if (!first) return "UTC";
  const isOnePlace = others.length === 0 && places.length === 1;
  const zones = isOnePlace ? places[0]?.zones : zonesOfLocation(first);
  return zones?.[0] ?? "UTC";
}
