import { setImmediate } from "node:timers/promises";
import { AppError } from "#domain/errors.ts";
import type { Verification } from "#domain/touchpoints/kinds.ts";
import { insertImportedConsents, insertImportedSuppressions } from "#server/compliance/write-imported.ts";
import { contactValues } from "#server/contacts/contact-values.ts";
import { insertLinks } from "#server/contacts/links.ts";
import {
  type ContactRow,
  insertContacts,
  insertPoints,
  type PointRow,
  updateContacts,
} from "#server/contacts/write-people.ts";
import type { BatchPlan, PlannedRow } from "#server/imports/batch-plan.ts";
import { changesOf } from "#server/imports/changed-fields.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { PersonState } from "#server/imports/person-state.ts";
import type { BatchCounts } from "#server/imports/queries.ts";
import { insertChanges, insertRows, type RowRecord } from "#server/imports/row-queries.ts";
import type { Context } from "#server/platform/context.ts";
import { insertStandings, type Newcomer } from "#server/touchpoints/insert-standings.ts";
import { insertRelationships, insertTouchpoints } from "#server/touchpoints/write-history.ts";

/** A plan, with the rows of those whom it adds and the accounts of its companies by their names. */
export type Ready = { plan: BatchPlan; contacts: ContactRow[]; accounts: ReadonlyMap<string, string> };

/**
 * Writes what was planned; answers whose standing may have changed. No statement waits for another's answer, so that
 * all of them can be made ready before the transaction begins.
 */
export async function writeBatch(
  tx: Context,
  run: ImportRun,
  { plan, contacts, accounts }: Ready,
): Promise<{ touched: string[] }> {
  const people = [...plan.people.values()];
  const created = people.filter(({ isNew }) => isNew);
  const changed = people.filter((person) => !person.isNew && isChanged(person));
  const newcomers = newcomersOf(plan, created, contacts);
  const { db } = tx;
  const statements: Promise<unknown>[] = [];
  const send = async <Result>(part: string, statement: () => Promise<Result>): Promise<{ result: Promise<Result> }> => {
    const result = run.watch.measure(`write ${part}`, statement);
    // A failure is heard at the end, by whoever waits for all of them.
    result.catch(() => undefined);
    statements.push(result);
    // Lets it leave before the rows of the next are made ready.
    await setImmediate();
    return { result };
  };
  try {
    await send("rows", () =>
      insertRows(
        db,
        plan.rows.map((row) => recordOf(tx, run, row)),
      ),
    );
    await send("contacts", () => insertContacts(db, contacts));
    await send("changes", () => writeChanges(tx, run, changed, accounts));
    await send("history", () => writeHistory(tx, run, plan));
    const { result: refused } = await send("standings", () => insertStandings(tx, newcomers, run.warmth));
    await send("points", () =>
      insertPoints(
        db,
        people.flatMap((each) => pointsOf(tx, run, each)),
      ),
    );
    await Promise.all(statements);
    const isSettled = new Set(newcomers.map(({ person }) => person.id)).difference(await refused);
    return { touched: touchedBy(plan, [...created, ...changed]).filter((id) => !isSettled.has(id)) };
  } finally {
    // What is still under way when the transaction ends would become part of the next one on this connection.
    await Promise.allSettled(statements);
  }
}

/** Those of whom nothing is known but what happened with them: no relation, no consent, no opt-out, no merge. */
function newcomersOf(plan: BatchPlan, created: readonly PersonState[], rows: readonly ContactRow[]): Newcomer[] {
  const touchpoints = Map.groupBy(plan.touchpoints, ({ contactId }) => contactId);
  const special = new Set(
    [...plan.consents, ...plan.suppressions, ...plan.relationships].map(({ contactId }) => contactId),
  );
  for (const { survivorId, mergedId } of plan.merges) special.add(survivorId).add(mergedId);
  return created.flatMap(({ newPoints }, index): Newcomer[] => {
    const row = rows[index];
    if (!row || special.has(row.id)) return [];
    const { id, ownerId, accountId, timeZone, country, region } = row;
    const history = (touchpoints.get(id) ?? []).map(({ scheduledAt, verification, ...touchpoint }) => ({
      ...touchpoint,
      verification: verification as Verification,
      endsAt: scheduledAt,
    }));
    return [
      {
        person: {
          ...{ id, ownerId, accountId, timeZone, country, region },
          mergedIntoId: null,
          state: "active",
          isRestricted: false,
        },
        touchpoints: history,
        points: newPoints
          .filter(({ kind }) => kind === "phone" || kind === "email")
          .map(({ kind, value }) => ({ contactId: id, kind, value })),
      },
    ];
  });
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

async function writeChanges(
  tx: Context,
  run: ImportRun,
  changed: readonly PersonState[],
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  if (changed.length === 0) return;
  const { workspaceId } = tx.actor;
  const rows = changed.map((person) => ({
    ...contactValues(tx.actor.workspaceId, person.fields, accounts),
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
  const { workspaceId } = tx.actor;
  const recorded = {
    workspaceId,
    importId: run.importId,
    recordedAt: tx.now,
    recordedBy: tx.actor.userId,
  };
  const withRecord = <Row>(row: Row) => ({ ...row, ...recorded });
  const links = plan.links.map((link) => ({ ...link, workspaceId, importId: run.importId, createdAt: tx.now }));
  await Promise.all([
    insertTouchpoints(tx, plan.touchpoints.map(withRecord)),
    insertImportedConsents(tx, plan.consents.map(withRecord)),
    insertImportedSuppressions(tx, plan.suppressions.map(withRecord)),
    insertRelationships(tx.db, plan.relationships.map(withRecord)),
    insertLinks(tx.db, links),
  ]);
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
    for (const { contactId } of rows) if (contactId) ids.add(contactId);
  }
  return [...ids];
}
