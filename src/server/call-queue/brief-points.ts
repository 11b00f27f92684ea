import type { BriefPoint } from "#api/brief.ts";
import { maskEmail, maskPhone } from "#domain/phone-mask.ts";
import type { StoredPoint } from "#server/compliance/gate-fact-queries.ts";
import type { PersonFacts } from "#server/compliance/gate-facts.ts";

/** The person's numbers and addresses to choose from. None is whole: the permit to dial one brings it. */
export function briefPoints({ person, facts }: PersonFacts): BriefPoint[] {
  const closed = new Set(facts.flatMap(({ fact, point }) => (fact === "refusal" && point ? [point] : [])));
  return person.points.map(({ id, kind, value, label, line, country, state }) => ({
    id,
    kind,
    value: maskOf(kind, value),
    masked: true,
    label,
    line,
    country,
    state: state === "wrong" ? "wrong" : closed.has(value) ? "closed" : "active",
  }));
}

function maskOf(kind: StoredPoint["kind"], value: string): string {
  if (kind === "phone") return maskPhone(value);
  return kind === "email" ? maskEmail(value) : "•••";
}
