import type { Case, Tie } from "#domain/gate/case.ts";
import { isGiven } from "#domain/gate/facts/consents.ts";
import type { Relationship, Reliance } from "#domain/gate/types.ts";

/** What the attempt relies on at that instant: the consents that cover it, and the newest of each kind of tie. */
export function reliancesOf(subject: Case, at: number): Reliance[] {
  const reliances: Reliance[] = [];
  for (const permission of subject.consents) {
    if (!isGiven(permission, {}, subject, at)) continue;
    const { givenAt, evidence } = permission.consent;
    reliances.push({ kind: "consent", at: givenAt, ...(evidence ? { evidence } : {}) });
  }
  for (const [kind, { tie }] of newestTies(subject.ties, at)) reliances.push({ kind, at: tie.at });
  return reliances.length < 2 ? reliances : reliances.sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

function newestTies(ties: readonly Tie[], at: number): ReadonlyMap<Reliance["kind"], Tie> {
  const newest = new Map<Reliance["kind"], Tie>();
  for (const known of ties) {
    if (at < known.from || at >= known.end) continue;
    const kind = relianceOn(known.tie);
    const best = newest.get(kind);
    if (!best || isNewer(known, best)) newest.set(kind, known);
  }
  return newest;
}

/** Of two at one instant, the one that is written later in the alphabet; it only has to be always the same one. */
function isNewer(one: Tie, other: Tie): boolean {
  return one.from > other.from || (one.from === other.from && one.tie.at > other.tie.at);
}

function relianceOn({ kind }: Relationship): Reliance["kind"] {
  if (kind === "introduction") return "introduction";
  return kind === "inquiry" || kind === "application" ? "request" : "relationship";
}

function textOf({ kind, at, evidence = "" }: Reliance): string {
  return `${kind} ${at} ${evidence}`;
}
