import { setImmediate } from "node:timers/promises";
import type { RowReason } from "#api/imports.ts";
import { addKnownPerson, idOf, type KnownPeople, type Match, matchPerson } from "#domain/contacts/match-person.ts";
import type { Link } from "#server/contacts/links.ts";
import { type BatchPlan, emptyPlan, type Planned, type PlannedRow } from "#server/imports/batch-plan.ts";
import { carryOver, writtenAhead } from "#server/imports/carry-over.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import type { BatchFacts } from "#server/imports/load-facts.ts";
import { absorb, newPerson, type PersonState, storedPerson } from "#server/imports/person-state.ts";
import { planHistory } from "#server/imports/plan-history.ts";
import { planLinks } from "#server/imports/plan-links.ts";
import { planRefusalsOnly } from "#server/imports/plan-refusals.ts";
import { type Candidate, type PreparedRow, withKeys } from "#server/imports/prepare-row.ts";
import { isErased } from "#server/rights/erased-people.ts";
import type { KnownHistory } from "#server/touchpoints/load-known-history.ts";

type Planning = {
  erased: BatchFacts["erased"];
  run: ImportRun;
  plan: BatchPlan;
  known: KnownPeople;
  history: KnownHistory;
  links: readonly Link[];
  now: Date;
  stored: BatchFacts["stored"];
  ofThisImport: BatchFacts["ofThisImport"];
  ahead: Planned | null;
};

const rowsAtOnce = 10;

/**
 * Works out what these rows become, one after the other, each knowing those before it; `ahead` is the plan of the batch
 * before this one, where the facts were read before it was written. Writes nothing, and lets others have the thread.
 */
export async function planBatch(
  run: ImportRun,
  prepared: readonly PreparedRow[],
  facts: BatchFacts,
  { now, ahead = null }: { now: Date; ahead?: Planned | null },
): Promise<Planned> {
  const plan = emptyPlan();
  if (ahead) carryOver(facts, ahead);
  const planning: Planning = { ...facts, run, plan, now, ahead };
  for (const [index, { row, candidates }] of prepared.entries()) {
    if (index % rowsAtOnce === rowsAtOnce - 1) await setImmediate();
    const planned = planRow(planning, row, candidates);
    plan.rows.push(planned);
    planLinks(planning, row, planned.contactIds[0]);
  }
  return { plan, known: facts.known };
}

/** A contact as it stands when the batch comes to it: as this batch left it, or the one ahead, or as it was stored. */
function stateOf(planning: Planning, id: string): PersonState | undefined {
  const { plan, ahead, now } = planning;
  const planned = plan.people.get(id);
  if (planned) return planned;
  const state = writtenAhead(ahead, id, now) ?? storedState(planning, id);
  if (state) plan.people.set(id, state);
  return state;
}

function storedState({ run, stored, ofThisImport }: Planning, id: string): PersonState | undefined {
  const person = stored.get(id);
  if (!person) return undefined;
  const isWithinReach = !person.ownerId || !run.ownersWithinReach || run.ownersWithinReach.has(person.ownerId);
  const state = storedPerson(person, run.format, isWithinReach);
  // The first row about a person wins: otherwise the same file again would change him there and back.
  if (ofThisImport.has(id)) state.mayOverwrite = false;
  return state;
}

function planRow(planning: Planning, row: ImportedRow, all: readonly (Candidate | null)[]): PlannedRow {
  const { line, cells } = row;
  const candidates = all.map((each) => (each && isErased(each.keys, planning.erased) ? null : each));
  // Nothing of somebody who was erased is kept, not even as a row that was not used.
  if (all.some((each, index) => each && !candidates[index]) && !candidates[0]) return erasedRow(line);
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

function erasedRow(line: number): PlannedRow {
  return { line, outcome: "skipped", reason: { code: "erased_person" }, warnings: [], cells: {}, contactIds: [] };
}

type PersonResult =
  | { state: PersonState; became: "created" | "updated" | "merged" | "unchanged" }
  | { unclear: RowReason };

function planPerson(planning: Planning, candidate: Candidate, warnings: RowReason[], line: number): PersonResult {
  const { plan, known, run } = planning;
  warnings.push(...candidate.warnings);
  const match = settle(matchPerson(candidate.keys, known), run);
  if (match.found === "several") return { unclear: { code: "phone_of_several_people", value: candidate.fullName } };
  if (match.found !== "one") {
    if (match.found === "perhaps") warnings.push({ code: "same_name_and_company", value: match.contactIds[0] ?? "" });
    return { state: addNewPerson(planning, candidate), became: "created" };
  }

  const state = stateOf(planning, match.contactId);
  if (!state) {
    const own = withoutForeignPoints(candidate, "", known, warnings);
    return { state: addNewPerson(planning, own), became: "created" };
  }
  const alsoIds = state.isWithinReach ? match.alsoIds.filter((id) => stateOf(planning, id)?.isWithinReach) : [];
  for (const mergedId of alsoIds) {
    plan.merges.push({ survivorId: state.id, mergedId, line });
    redirect(known, mergedId, state.id);
    // What the other brings along need not be added once more, and cannot: an address stands only once.
    for (const key of stateOf(planning, mergedId)?.pointKeys ?? []) state.pointKeys.add(key);
  }
  const own = withoutForeignPoints(candidate, state.id, known, warnings);
  const isChanged = absorb(state, own, warnings);
  state.mayOverwrite = false;
  addKnownPerson(known, state.id, own.keys);
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
  addKnownPerson(known, state.id, candidate.keys);
  return state;
}

/** An address belongs to one contact; one that is another's stays there. */
function withoutForeignPoints(candidate: Candidate, id: string, known: KnownPeople, warnings: RowReason[]): Candidate {
  const points = candidate.points.filter(({ kind, value }) => {
    const owner =
      kind === "email"
        ? idOf(known, "byEmail", value)
        : kind === "profile"
          ? idOf(known, "byProfile", value)
          : undefined;
    if (owner === undefined || owner === id) return true;
    warnings.push({ code: `${kind}_of_another_contact`, value });
    return false;
  });
  return points.length === candidate.points.length ? candidate : withKeys({ ...candidate, points });
}

/** Rows that follow find the survivor under the keys of the one that was merged into it. */
function redirect(known: KnownPeople, from: string, to: string): void {
  if (known.newer) redirect(known.newer, from, to);
  for (const map of [known.byEmail, known.byProfile, known.byExternalId]) {
    for (const [key, id] of map) if (id === from) map.set(key, to);
  }
  for (const map of [known.byPhone, known.byNameAndCompany]) {
    for (const ids of map.values()) if (ids.delete(from)) ids.add(to);
  }
}
