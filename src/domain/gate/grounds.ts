import type { Case } from "#domain/gate/case.ts";
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
  const newest = new Map<Reliance["kind"], { from: number; at: string }>();
  for (const { tie, from, end } of subject.ties) {
    if (at < from || at >= end) continue;
    const kind = relianceOn(tie);
    const known = newest.get(kind);
    if (!known || from > known.from || (from === known.from && tie.at > known.at))
      newest.set(kind, { from, at: tie.at });
  }
  for (const [kind, tie] of newest) reliances.push({ kind, at: tie.at });
  return reliances.length < 2 ? reliances : reliances.sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

function relianceOn({ kind }: Relationship): Reliance["kind"] {
  if (kind === "introduction") return "introduction";
  return kind === "inquiry" || kind === "application" ? "request" : "relationship";
}

function textOf({ kind, at, evidence = "" }: Reliance): string {
  return `${kind} ${at} ${evidence}`;
}
