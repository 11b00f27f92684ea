import type { Attempt } from "#api/attempts.ts";
import type { BriefPoint } from "#api/brief.ts";
import { maskEmail, maskPhone } from "#domain/phone-mask.ts";
import { reachOf } from "#domain/policy.ts";
import type { StoredPoint } from "#server/compliance/gate-fact-queries.ts";
import type { PersonFacts } from "#server/compliance/gate-facts.ts";
import type { Context } from "#server/platform/context.ts";

/** The person's numbers and addresses, masked until the call is started, for those who see them only then. */
export function briefPoints(tx: Context, { person, facts }: PersonFacts, open: Attempt | undefined): BriefPoint[] {
  const closed = new Set(facts.flatMap(({ fact, point }) => (fact === "refusal" && point ? [point] : [])));
  const mayReveal = reachOf(tx.actor, "numbers:reveal") !== undefined || open?.contactId === person.id;
  return person.points.map(({ id, kind, value, label, line, country, state }) => ({
    id,
    kind,
    value: mayReveal ? value : maskOf(kind, value),
    masked: !mayReveal,
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
