import { randomUUIDv7 } from "node:crypto";
import { type KnownPeople, matchPerson } from "#domain/contacts/match-person.ts";
import type { BatchPlan, NewSuppression } from "#server/imports/batch-plan.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { suppressionsOf } from "#server/imports/plan-history.ts";
import type { Candidate } from "#server/imports/prepare-row.ts";
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
  if (row.verdict?.reason.code === "our_own_people") return;
  for (const { who, planned } of suppressionsOf(planning, row)) {
    const candidate = candidates[who];
    if (candidate) for (const refusal of refusalsBy(candidate, planned, planning.known)) add(planning, refusal);
  }
}

type Refused = Omit<NewSuppression, "contactId">;

function refusalsBy(candidate: Candidate, planned: Refused, known: KnownPeople): NewSuppression[] {
  const match = matchPerson(candidate.keys, known);
  if (match.found === "one") return [{ ...planned, contactId: match.contactId }];
  return addressesOf(candidate).map((point) => ({
    ...planned,
    id: randomUUIDv7(),
    contactId: null,
    point,
    sourceKey: `${planned.sourceKey}|${point}`,
  }));
}

function add({ plan, history }: Planning, refusal: NewSuppression): void {
  if (history.facts.has(refusal.sourceKey)) return;
  history.facts.add(refusal.sourceKey);
  plan.suppressions.push(refusal);
}

export function addressesOf(candidate: Candidate | null): string[] {
  const points = candidate?.points ?? [];
  return points.filter(({ kind }) => kind === "phone" || kind === "email").map(({ value }) => value);
}
