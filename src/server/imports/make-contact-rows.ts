import { setImmediate } from "node:timers/promises";
import { contactValues } from "#server/contacts/contact-values.ts";
import type { ContactRow } from "#server/contacts/write-people.ts";
import type { BatchPlan } from "#server/imports/batch-plan.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { PersonState } from "#server/imports/person-state.ts";
import type { Context } from "#server/platform/context.ts";

const peopleAtOnce = 10;

/** The rows of those whom a plan adds, in its order. */
export async function makeContactRows(
  ctx: Context,
  run: ImportRun,
  plan: BatchPlan,
  accounts: ReadonlyMap<string, string>,
): Promise<ContactRow[]> {
  const rows: ContactRow[] = [];
  for (const person of plan.people.values()) {
    if (!person.isNew) continue;
    rows.push(contactRow(ctx, run, person, accounts));
    if (rows.length % peopleAtOnce === 0) await setImmediate();
  }
  return rows;
}

function contactRow(
  { actor, now }: Context,
  { importId }: ImportRun,
  person: PersonState,
  accounts: ReadonlyMap<string, string>,
): ContactRow {
  return {
    ...contactValues(actor.workspaceId, person.fields, accounts),
    workspaceId: actor.workspaceId,
    id: person.id,
    importId,
    createdAt: now,
    createdBy: actor.userId,
    updatedAt: now,
  };
}
