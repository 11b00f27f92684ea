import { addKnownPerson } from "#domain/contacts/match-person.ts";
import type { BatchPlan } from "#server/imports/batch-plan.ts";
import { changesOf } from "#server/imports/changed-fields.ts";
import type { BatchFacts } from "#server/imports/load-facts.ts";
import { keysOfState, type PersonState } from "#server/imports/person-state.ts";

/**
 * Makes facts that were read before the batch ahead was written into what they are after it: whom it adds and changes,
 * what it records. Answers the people that it writes, as they stand then. A batch that joins contacts cannot be carried
 * over: what each of them gains by it is found out in the database.
 */
export function carryOver(facts: BatchFacts, ahead: BatchPlan, now: Date): PersonState[] {
  const { known, history } = facts;
  const people = [...ahead.people.values()].filter(isWritten).map((state) => asWritten(state, now));
  for (const state of people) {
    addKnownPerson(known, state.id, keysOfState(state));
    known.names.set(state.id, state.fields.fullName);
  }
  for (const { contactIds } of ahead.rows) for (const id of contactIds) facts.ofThisImport.add(id);
  for (const { sourceKey } of ahead.touchpoints) history.touchpoints.add(sourceKey);
  for (const { sourceKey } of [...ahead.consents, ...ahead.suppressions, ...ahead.relationships]) {
    history.facts.add(sourceKey);
  }
  facts.links.push(...ahead.links);
  return people;
}

function isWritten(state: PersonState): boolean {
  return state.isNew || state.newPoints.length > 0 || changesOf(state).length > 0;
}

function asWritten(state: PersonState, now: Date): PersonState {
  const seenAt = state.seenAt && state.seenAt > now ? state.seenAt : now;
  const fields = { ...state.fields };
  return { ...state, isNew: false, mayOverwrite: false, seenAt, fields, before: { ...fields }, newPoints: [] };
}
