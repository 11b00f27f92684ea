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
  for (const known of subject.ties) if (isNewest(known, subject.ties, at)) addOnce(reliances, relianceOf(known));
  return reliances.length < 2 ? reliances : reliances.sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

function addOnce(reliances: Reliance[], reliance: Reliance): void {
  if (!reliances.some(({ kind, at }) => kind === reliance.kind && at === reliance.at)) reliances.push(reliance);
}

function relianceOf({ tie }: Tie): Reliance {
  return { kind: relianceOn(tie), at: tie.at };
}

/** Whether it exists and none of its kind is newer. */
function isNewest(known: Tie, ties: readonly Tie[], at: number): boolean {
  if (at < known.from || at >= known.end) return false;
  const kind = relianceOn(known.tie);
  return !ties.some((other) => {
    if (other === known || at < other.from || at >= other.end || relianceOn(other.tie) !== kind) return false;
    return other.from > known.from || (other.from === known.from && isLater(other.tie, known.tie));
  });
}

/** Of two at one instant, one that is written later in the alphabet; it only has to be always the same one. */
function isLater({ at: one }: Relationship, { at: other }: Relationship): boolean {
  return one > other;
}

function relianceOn({ kind }: Relationship): Reliance["kind"] {
  if (kind === "introduction") return "introduction";
  return kind === "inquiry" || kind === "application" ? "request" : "relationship";
}

function textOf({ kind, at, evidence = "" }: Reliance): string {
  return `${kind} ${at} ${evidence}`;
}
