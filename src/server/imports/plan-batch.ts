import type { RowReason } from "#api/imports.ts";
import { addKnownPerson, type KnownPeople, type Match, matchPerson } from "#domain/contacts/match-person.ts";
import { loadKnownPeople } from "#server/contacts/find-matches.ts";
import { loadStoredPeople } from "#server/contacts/load-stored-people.ts";
import { withAskedTouchpoint } from "#server/imports/asked-touchpoint.ts";
import { type BatchPlan, emptyPlan, type PlannedRow } from "#server/imports/batch-plan.ts";
import { type Candidate, candidateOf } from "#server/imports/candidate.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { absorb, keysOf, newPerson, type PersonState, storedPerson } from "#server/imports/person-state.ts";
import { planHistory } from "#server/imports/plan-history.ts";
import { planLinks } from "#server/imports/plan-links.ts";
import { addressesOf, planRefusalsOnly } from "#server/imports/plan-refusals.ts";
import { findContactsOfImport } from "#server/imports/row-queries.ts";
import type { Context } from "#server/platform/context.ts";
import { type KnownHistory, loadKnownHistory } from "#server/touchpoints/load-known-history.ts";

type Planning = { run: ImportRun; plan: BatchPlan; known: KnownPeople; history: KnownHistory; now: Date };

/** A row with its people in comparable form: all that can be done for it before the rows ahead of it are written. */
export type PreparedRow = { row: ImportedRow; candidates: (Candidate | null)[] };

export function prepareRow(read: ImportedRow, run: ImportRun): PreparedRow {
  const row = withAskedTouchpoint(read, run.asked);
  return { row, candidates: candidatesOf(row, run) };
}

/** Works out what these rows become, one after the other, each knowing those before it. Writes nothing. */
export async function planBatch(tx: Context, run: ImportRun, prepared: readonly PreparedRow[]): Promise<BatchPlan> {
  const plan = emptyPlan();
  const rows = prepared.map(({ row }) => row);
  const candidates = prepared.map((each) => each.candidates);
  const everybody = candidates.flat().filter((candidate) => candidate !== null);
  const known = await run.watch.measure("match", () => loadKnownPeople(tx, everybody.map(keysOf)));
  await addStoredPeople(tx, run, plan, known);
  const history = await loadKnownHistory(tx, {
    touchpointKeys: rows.flatMap((row) => row.touchpoints.map(({ sourceKey }) => sourceKey)),
    contactIds: [...plan.people.keys()],
    points: prepared.flatMap(({ row, candidates: people }) => (row.verdict ? people.flatMap(addressesOf) : [])),
  });

  const planning: Planning = { run, plan, known, history, now: tx.now };
  rows.forEach((row, index) => {
    plan.rows.push(planRow(planning, row, candidates[index] ?? []));
  });
  await planLinks(tx, plan, known, rows);
  return plan;
}

function candidatesOf(row: ImportedRow, run: ImportRun): (Candidate | null)[] {
  // Of a row that becomes nothing only an opt-out counts, and then it matters whose.
  if (row.verdict && row.suppressions.length === 0) return [];
  return [row.person ?? null, ...row.others].map((person, who) => {
    const candidate = person && candidateOf(person, run.rules);
    if (!candidate || row.verdict || candidate.externalIds.length > 0 || candidate.points.some(isKey)) return candidate;
    // A bare name is nobody's key; by its place in the file the same file again finds whom it made of it.
    return { ...candidate, externalIds: [`file:${run.fileHash.slice(0, 16)}:${row.line}.${who}`] };
  });
}

function isKey({ kind }: { kind: string }): boolean {
  return kind !== "postal";
}

async function addStoredPeople(tx: Context, run: ImportRun, plan: BatchPlan, known: KnownPeople): Promise<void> {
  const ids = [...known.names.keys()];
  const stored = await loadStoredPeople(tx, ids);
  const ofThisImport = await findContactsOfImport(tx.db, run.importId, [...stored.keys()]);
  for (const person of stored.values()) {
    const isWithinReach = !person.ownerId || !run.ownersWithinReach || run.ownersWithinReach.has(person.ownerId);
    const state = storedPerson(person, run.format, isWithinReach);
    // The first row about a person wins: otherwise the same file again would change him there and back.
    if (ofThisImport.has(person.id)) state.mayOverwrite = false;
    plan.people.set(person.id, state);
  }
}

function planRow(planning: Planning, row: ImportedRow, candidates: readonly (Candidate | null)[]): PlannedRow {
  const { line, cells } = row;
  const warnings: RowReason[] = [...row.warnings];
  const planned: PlannedRow = { line, outcome: "skipped", reason: null, warnings, cells, contactIds: [] };
  if (row.verdict) {
    planRefusalsOnly(planning, row, candidates);
    return { ...planned, outcome: row.verdict.outcome, reason: row.verdict.reason };
  }

  const results = candidates.map((candidate) => candidate && planPerson(planning, candidate, warnings, line));
  const unclear = results.find((result) => result && "unclear" in result);
  const settled = results.map((result) => (result && "state" in result ? result : null));
  const ids = settled.map((result) => result?.state.id ?? null);
  planned.contactIds = ids.filter((id) => id !== null);
  if (planned.contactIds.length === 0) {
    if (unclear && "unclear" in unclear) return { ...planned, outcome: "rejected", reason: unclear.unclear };
    return { ...planned, reason: { code: "no_person" } };
  }

  const isHistoryNew = planHistory(planning, row, ids, warnings);
  const became = new Set(settled.map((result) => result?.became));
  if (became.has("merged")) planned.outcome = "merged";
  else if (became.has("created")) planned.outcome = "created";
  else if (became.has("updated") || isHistoryNew) planned.outcome = "updated";
  else
    planned.reason = {
      code: settled.some((result) => result && !result.state.isWithinReach) ? "belongs_to_colleague" : "nothing_new",
    };
  return planned;
}

type PersonResult =
  | { state: PersonState; became: "created" | "updated" | "merged" | "unchanged" }
  | { unclear: RowReason };

function planPerson(planning: Planning, candidate: Candidate, warnings: RowReason[], line: number): PersonResult {
  const { plan, known, run } = planning;
  warnings.push(...candidate.warnings);
  const match = settle(matchPerson(keysOf(candidate), known), run);
  if (match.found === "several") return { unclear: { code: "phone_of_several_people", value: candidate.fullName } };
  if (match.found !== "one") {
    if (match.found === "perhaps") warnings.push({ code: "same_name_and_company", value: match.contactIds[0] ?? "" });
    return { state: addNewPerson(planning, candidate), became: "created" };
  }

  const state = plan.people.get(match.contactId);
  if (!state) {
    const own = withoutForeignPoints(candidate, "", known, warnings);
    return { state: addNewPerson(planning, own), became: "created" };
  }
  const alsoIds = state.isWithinReach ? match.alsoIds.filter((id) => plan.people.get(id)?.isWithinReach) : [];
  for (const mergedId of alsoIds) {
    plan.merges.push({ survivorId: state.id, mergedId, line });
    redirect(known, mergedId, state.id);
    // What the other brings along need not be added once more, and cannot: an address stands only once.
    for (const key of plan.people.get(mergedId)?.pointKeys ?? []) state.pointKeys.add(key);
  }
  const own = withoutForeignPoints(candidate, state.id, known, warnings);
  const isChanged = absorb(state, own, warnings);
  state.mayOverwrite = false;
  addKnownPerson(known, state.id, keysOf(own));
  return { state, became: alsoIds.length > 0 ? "merged" : isChanged ? "updated" : "unchanged" };
}

/** What only a person can decide, decided once for the whole import. */
function settle(match: Match, { options }: ImportRun): Match {
  const [contactId] = match.found === "perhaps" ? match.contactIds : [];
  if (options.sameNameAndCompany !== "same" || !contactId) return match;
  return { found: "one", contactId, by: "email", alsoIds: [] };
}

function addNewPerson({ plan, known }: Planning, candidate: Candidate): PersonState {
  const state = newPerson(candidate);
  plan.people.set(state.id, state);
  addKnownPerson(known, state.id, keysOf(candidate));
  return state;
}

/** An address belongs to one contact; one that is another's stays there. */
function withoutForeignPoints(candidate: Candidate, id: string, known: KnownPeople, warnings: RowReason[]): Candidate {
  const points = candidate.points.filter(({ kind, value }) => {
    const owner =
      kind === "email" ? known.byEmail.get(value) : kind === "profile" ? known.byProfile.get(value) : undefined;
    if (owner === undefined || owner === id) return true;
    warnings.push({ code: `${kind}_of_another_contact`, value });
    return false;
  });
  return points.length === candidate.points.length ? candidate : { ...candidate, points };
}

/** Rows that follow find the survivor under the keys of the one that was merged into it. */
function redirect(known: KnownPeople, from: string, to: string): void {
  for (const map of [known.byEmail, known.byProfile, known.byExternalId]) {
    for (const [key, id] of map) if (id === from) map.set(key, to);
  }
  for (const map of [known.byPhone, known.byNameAndCompany]) {
    for (const ids of map.values()) if (ids.delete(from)) ids.add(to);
  }
}
