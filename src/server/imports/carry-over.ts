import type { BatchPlan, Planned } from "#server/imports/batch-plan.ts";
import { changesOf } from "#server/imports/changed-fields.ts";
import type { BatchFacts } from "#server/imports/load-facts.ts";
import type { PersonState } from "#server/imports/person-state.ts";

/**
 * Makes facts that were read before the batch ahead was written into what they are after it: whom it adds and changes,
 * what it records. Answers the people that it writes, as they stand then. A batch that joins contacts cannot be carried
 * over: what each of them gains by it is found out in the database.
 */
export function carryOver(
  { known, history, ofThisImport, links }: BatchFacts,
  ahead: Planned,
  now: Date,
): PersonState[] {
  const { plan } = ahead;
  known.newer = { ...ahead.known };
  delete known.newer.newer;
  for (const { contactIds } of plan.rows) for (const id of contactIds) ofThisImport.add(id);
  for (const { sourceKey } of plan.touchpoints) history.touchpoints.add(sourceKey);
  for (const { sourceKey } of [...plan.consents, ...plan.suppressions, ...plan.relationships]) {
    history.facts.add(sourceKey);
  }
  links.push(...plan.links);
  return peopleWritten(plan, now);
}

function peopleWritten(plan: BatchPlan, now: Date): PersonState[] {
  return [...plan.people.values()].filter(isWritten).map((state) => asWritten(state, now));
}

function isWritten(state: PersonState): boolean {
  return state.isNew || state.newPoints.length > 0 || changesOf(state).length > 0;
}

function asWritten(state: PersonState, now: Date): PersonState {
  const seenAt = state.seenAt && state.seenAt > now ? state.seenAt : now;
  // Copies, because the batch ahead is being written from its own while this one changes these.
  const [fields, before] = [{ ...state.fields }, { ...state.fields }];
  return { ...state, isNew: false, mayOverwrite: false, seenAt, fields, before, newPoints: [] };
}
