import type { PersonKeys } from "#domain/contacts/match-person.ts";
import { nameAndCompanyKey } from "#domain/contacts/match-person.ts";
import { withAskedTouchpoint } from "#server/imports/asked-touchpoint.ts";
import { type CandidateFacts, candidateOf } from "#server/imports/candidate.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { keysOf } from "#server/imports/person-state.ts";

/** Somebody of a row with the keys that he is looked for by, worked out once. */
export type Candidate = CandidateFacts & { keys: PersonKeys };

/** A row with its people in comparable form: all that can be done for it before the rows ahead of it are written. */
export type PreparedRow = { row: ImportedRow; candidates: (Candidate | null)[] };

export function prepareRow(read: ImportedRow, run: ImportRun): PreparedRow {
  const row = withAskedTouchpoint(read, run.asked);
  return { row, candidates: candidatesOf(row, run) };
}

export function withKeys(facts: CandidateFacts): Candidate {
  return { ...facts, keys: { ...keysOf(facts), alike: nameAndCompanyKey(facts.fullName, facts.company) } };
}

function candidatesOf(row: ImportedRow, run: ImportRun): (Candidate | null)[] {
  // Of a row that becomes nothing only an opt-out counts, and then it matters whose.
  if (row.verdict && row.suppressions.length === 0) return [];
  return [row.person ?? null, ...row.others].map((person, who) => {
    const facts = person && candidateOf(person, run.rules);
    if (!facts) return null;
    if (row.verdict || facts.externalIds.length > 0 || facts.points.some(isKey)) return withKeys(facts);
    // A bare name is nobody's key; by its place in the file the same file again finds whom it made of it.
    return withKeys({ ...facts, externalIds: [`file:${run.fileHash.slice(0, 16)}:${row.line}.${who}`] });
  });
}

function isKey({ kind }: { kind: string }): boolean {
  return kind !== "postal";
}
