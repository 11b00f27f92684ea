import { randomUUIDv7 } from "node:crypto";
import { type KnownPeople, matchPerson } from "#domain/contacts/match-person.ts";
import type { BatchPlan } from "#server/imports/batch-plan.ts";
import type { Candidate } from "#server/imports/candidate.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { keysOf } from "#server/imports/person-state.ts";
import { suppressionsOf } from "#server/imports/plan-history.ts";
import type { KnownHistory } from "#server/touchpoints/load-known-history.ts";

type Planning = { run: ImportRun; plan: BatchPlan; known: KnownPeople; history: KnownHistory; now: Date };

/**
 * A row that cannot be used may still say no: it holds for the contact whom the row means, and where there is none for
 * the addresses in it, whoever they will belong to.
 */
export function planRefusalsOnly(
  planning: Planning,
  row: ImportedRow,
  candidates: readonly (Candidate | null)[],
): void {
  const { plan, known, history } = planning;
  for (const suppression of suppressionsOf(planning, row)) {
    const candidate = candidates[suppression.who];
    if (!candidate || row.verdict?.reason.code === "our_own_people") continue;
    const match = matchPerson(keysOf(candidate), known);
    const contactId = match.found === "one" ? match.contactId : null;
    const points = contactId ? [suppression.planned.point] : addressesOf(candidate);
    for (const point of points) {
      const sourceKey = contactId ? suppression.planned.sourceKey : `${suppression.planned.sourceKey}|${point}`;
      if (history.facts.has(sourceKey)) continue;
      history.facts.add(sourceKey);
      plan.suppressions.push({ ...suppression.planned, id: randomUUIDv7(), contactId, point, sourceKey });
    }
  }
}

export function addressesOf(candidate: Candidate | null): string[] {
  const points = candidate?.points ?? [];
  return points.filter(({ kind }) => kind === "phone" || kind === "email").map(({ value }) => value);
}
