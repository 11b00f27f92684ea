import { AppError } from "#domain/errors.ts";
import { ensureAccounts } from "#server/accounts/ensure-accounts.ts";
import { contactValues } from "#server/contacts/contact-values.ts";
import { insertLinks } from "#server/contacts/links.ts";
import { insertContacts, insertPoints, type PointRow, updateContacts } from "#server/contacts/write-people.ts";
import type { BatchPlan, PlannedRow } from "#server/imports/batch-plan.ts";
import { changesOf } from "#server/imports/changed-fields.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { PersonState } from "#server/imports/person-state.ts";
import type { BatchCounts } from "#server/imports/queries.ts";
import { insertChanges, insertRows, type RowRecord } from "#server/imports/row-queries.ts";
import type { Context } from "#server/platform/context.ts";
import {
  insertConsents,
  insertRelationships,
  insertSuppressions,
  insertTouchpoints,
} from "#server/touchpoints/write-history.ts";

/** Writes what was planned; answers whose standing may have changed. */
export async function writeBatch(tx: Context, run: ImportRun, plan: BatchPlan): Promise<string[]> {
  const people = [...plan.people.values()];
  const created = people.filter(({ isNew }) => isNew);
  const changed = people.filter((person) => !person.isNew && isChanged(person));
  const accounts = await ensureAccounts(tx, companiesOf([...created, ...changed]));

  await insertContacts(
    tx.db,
    created.map((person) => ({
      ...contactValues(person.fields, accounts),
      workspaceId: tx.actor.workspaceId,
      id: person.id,
      importId: run.importId,
      createdAt: tx.now,
      createdBy: tx.actor.userId,
      updatedAt: tx.now,
    })),
  );
  await writeChanges(tx, run, changed, accounts);
  await insertPoints(
    tx.db,
    people.flatMap((person) => pointsOf(tx, run, person)),
  );
  await writeHistory(tx, run, plan);
  const { workspaceId } = tx.actor;
  await insertLinks(
    tx.db,
    plan.links.map((link) => ({ ...link, workspaceId, importId: run.importId, createdAt: tx.now })),
  );
  await insertRows(
    tx.db,
    plan.rows.map((row) => recordOf(tx, run, row)),
  );
  return touchedBy(plan, [...created, ...changed]);
}

/** What a batch adds to the counts of its import. */
export function countsOf(plan: BatchPlan): BatchCounts {
  const of = (outcome: PlannedRow["outcome"]) => plan.rows.filter((row) => row.outcome === outcome).length;
  return {
    created: of("created"),
    updated: of("updated"),
    merged: of("merged"),
    skipped: of("skipped"),
    rejected: of("rejected"),
    warned: plan.rows.filter(({ warnings }) => warnings.length > 0).length,
    claimed: plan.touchpoints.filter(({ verification }) => verification === "claimed").length,
    touchpoints: plan.touchpoints.length,
    consents: plan.consents.length,
    suppressions: plan.suppressions.length,
  };
}

function isChanged(person: PersonState): boolean {
  return person.newPoints.length > 0 || changesOf(person).length > 0;
}

function companiesOf(people: readonly PersonState[]): string[] {
  return people.flatMap(({ fields }) => fields.company ?? []);
}

async function writeChanges(
  tx: Context,
  run: ImportRun,
  changed: readonly PersonState[],
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  if (changed.length === 0) return;
  const { workspaceId } = tx.actor;
  const rows = changed.map((person) => ({
    ...contactValues(person.fields, accounts),
    id: person.id,
    seenAt: person.seenAt ?? tx.now,
  }));
  const written = await updateContacts(tx.db, workspaceId, rows, tx.now);
  if (written < rows.length) throw new AppError("conflict", { reason: "changed_meanwhile" });
  await insertChanges(
    tx.db,
    changed.flatMap((person) =>
      changesOf(person).map((change) => ({
        ...change,
        workspaceId,
        importId: run.importId,
        contactId: person.id,
        changedAt: tx.now,
      })),
    ),
  );
}

function pointsOf(tx: Context, run: ImportRun, person: PersonState): PointRow[] {
  const first = person.pointKeys.size - person.newPoints.length;
  return person.newPoints.map((point, index) => ({
    ...point,
    workspaceId: tx.actor.workspaceId,
    contactId: person.id,
    position: Math.min(first + index, 1000),
    importId: run.importId,
    createdAt: tx.now,
  }));
}

async function writeHistory(tx: Context, run: ImportRun, plan: BatchPlan): Promise<void> {
  const recorded = {
    workspaceId: tx.actor.workspaceId,
    importId: run.importId,
    recordedAt: tx.now,
    recordedBy: tx.actor.userId,
  };
  const withRecord = <Row>(row: Row) => ({ ...row, ...recorded });
  await insertTouchpoints(tx.db, plan.touchpoints.map(withRecord));
  await insertConsents(tx.db, plan.consents.map(withRecord));
  await insertSuppressions(tx.db, plan.suppressions.map(withRecord));
  await insertRelationships(tx.db, plan.relationships.map(withRecord));
}

function recordOf(tx: Context, run: ImportRun, row: PlannedRow): RowRecord {
  const isLost = row.outcome === "rejected" || row.outcome === "skipped";
  return {
    workspaceId: tx.actor.workspaceId,
    importId: run.importId,
    line: row.line,
    outcome: row.outcome,
    reason: row.reason && JSON.stringify(row.reason),
    warnings: row.warnings.length > 0 ? row.warnings : null,
    // What became of the other rows stands in their contacts, and the file itself is kept.
    cells: isLost ? row.cells : null,
    contactId: row.contactIds[0] ?? null,
  };
}

function touchedBy(plan: BatchPlan, people: readonly PersonState[]): string[] {
  const ids = new Set(people.map(({ id }) => id));
  for (const rows of [plan.touchpoints, plan.consents, plan.suppressions, plan.relationships]) {
    for (const { contactId } of rows) ids.add(contactId);
  }
  return [...ids];
}
