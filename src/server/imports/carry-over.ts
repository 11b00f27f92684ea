import type { Planned } from "#server/imports/batch-plan.ts";
import { changesOf } from "#server/imports/changed-fields.ts";
import type { BatchFacts } from "#server/imports/load-facts.ts";
import type { PersonState } from "#server/imports/person-state.ts";

/**
 * Makes facts that were read before the batch ahead was written into what they are after it: whom it adds and changes,
 * what it records. A batch that joins contacts cannot be carried
 * over: what each of them gains by it is found out in the database.
 */
export function carryOver({ known, history, ofThisImport, links }: BatchFacts, ahead: Planned): void {
  const { plan } = ahead;
  known.newer = { ...ahead.known };
  delete known.newer.newer;
  for (const { contactIds } of plan.rows) for (const id of contactIds) ofThisImport.add(id);
  for (const { sourceKey } of plan.touchpoints) history.touchpoints.add(sourceKey);
  for (const { sourceKey } of [...plan.consents, ...plan.suppressions, ...plan.relationships]) {
    history.facts.add(sourceKey);
  }
  links.push(...plan.links);
}

/** Somebody whom the batch ahead writes, as he stands then. */
export function writtenAhead(ahead: Planned | null, id: string, now: Date): PersonState | undefined {
  const state = ahead?.plan.people.get(id);
  return state && isWritten(state) ? asWritten(state, now) : undefined;
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
