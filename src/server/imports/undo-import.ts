import type { UndoReport } from "#api/imports.ts";
import { retractConsents, retractSuppressions } from "#server/compliance/retract-import.ts";
import { retractLinksOfImport } from "#server/contacts/links.ts";
import { findCreatedContacts, withdrawContacts } from "#server/contacts/undo-import-people.ts";
import { importsLock } from "#server/imports/imports-lock.ts";
import { findImport, moveImport, saveUndoReport } from "#server/imports/queries.ts";
import { restoreValues } from "#server/imports/restore-values.ts";
import { tryAgain } from "#server/imports/try-again.ts";
import { undoMerges } from "#server/imports/undo-merges.ts";
import { type Context, endOf, transaction } from "#server/platform/context.ts";
import { withLock } from "#server/platform/locks.ts";
import { loadWorkspaceWarmth } from "#server/touchpoints/load-warmth-rules.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";
import { type Retraction, retractRelationships, retractTouchpoints } from "#server/touchpoints/retract-import.ts";

const keptNamedMax = 500;

const nothingUndone: UndoReport = {
  contactsWithdrawn: 0,
  touchpointsRetracted: 0,
  consentsRetracted: 0,
  suppressionsRetracted: 0,
  valuesRestored: 0,
  mergesUndone: 0,
  keptCount: 0,
  kept: [],
};

type Undoing = { ctx: Context; importId: string; report: UndoReport };

/**
 * Takes an import back, in batches of a few thousand, each with what it adds to the report in one transaction. After a
 * crash it goes on where it was; after the end it changes nothing. False where another process is at it.
 */
export async function undoImport(ctx: Context, { importId }: { importId: string }): Promise<boolean> {
  return withLock(ctx, importsLock, async () => {
    const stored = await transaction(ctx, (tx) => findImport(tx.db, importId));
    if (stored?.state !== "undoing") return;
    const soFar = (stored.undoReport as UndoReport | null) ?? nothingUndone;
    // What is kept is found again from the start; what is done is counted once, when it is done.
    const undoing: Undoing = { ctx, importId, report: { ...soFar, keptCount: 0, kept: [] } };
    await retractAll(undoing, undoMerges, "mergesUndone");
    await retractAll(undoing, retractTouchpoints, "touchpointsRetracted");
    await retractAll(undoing, retractConsents, "consentsRetracted");
    await retractAll(undoing, retractSuppressions, "suppressionsRetracted");
    await retractAll(undoing, retractRelationships, null);
    await restoreAll(undoing);
    await withdrawAll(undoing);
    await transaction(ctx, async (tx) => {
      await retractLinksOfImport(tx.db, importId, tx.now);
      await moveImport(tx.db, importId, ["undoing"], {
        state: "undone",
        undoneAt: endOf(tx),
        undoneBy: tx.actor.userId,
        undoReport: undoing.report,
      });
    });
  });
}

async function retractAll(
  undoing: Undoing,
  retract: (tx: Context, importId: string) => Promise<Retraction>,
  counted: "touchpointsRetracted" | "consentsRetracted" | "suppressionsRetracted" | "mergesUndone" | null,
): Promise<void> {
  for (;;) {
    const count = await step(undoing, async (tx) => {
      const taken = await retract(tx, undoing.importId);
      const report = counted ? { [counted]: undoing.report[counted] + taken.count } : {};
      return { count: taken.count, touched: taken.contactIds, report };
    });
    if (count === 0) return;
  }
}

async function restoreAll(undoing: Undoing): Promise<void> {
  let after: string | null = null;
  do {
    after = await step(undoing, async (tx) => {
      const { restored, kept, contactIds, last } = await restoreValues(tx, undoing.importId, after);
      return {
        count: last,
        touched: contactIds,
        report: { valuesRestored: undoing.report.valuesRestored + restored, ...withKept(undoing.report, kept) },
      };
    });
  } while (after !== null);
}

async function withdrawAll(undoing: Undoing): Promise<void> {
  let after: string | null = null;
  do {
    after = await step(undoing, async (tx) => {
      const created = await findCreatedContacts(tx, undoing.importId, after);
      const untouched = created.filter(({ touchedBy }) => touchedBy === null).map(({ id }) => id);
      await withdrawContacts(tx, untouched);
      const kept = created.flatMap(({ id, name, touchedBy }) =>
        touchedBy ? [{ contactId: id, name, field: "contact", why: touchedBy }] : [],
      );
      const contactsWithdrawn = undoing.report.contactsWithdrawn + untouched.length;
      return {
        count: created.at(-1)?.id ?? null,
        touched: untouched,
        report: { contactsWithdrawn, ...withKept(undoing.report, kept) },
      };
    });
  } while (after !== null);
}

/** One transaction: a part of the work, the standings that it changes, and the report as it is then. */
async function step<Answer>(
  undoing: Undoing,
  work: (tx: Context) => Promise<{ count: Answer; touched: string[]; report: Partial<UndoReport> }>,
): Promise<Answer> {
  const { ctx, importId } = undoing;
  const { count, report } = await tryAgain(ctx, () =>
    transaction(ctx, async (tx) => {
      const done = await work(tx);
      const next = { ...undoing.report, ...done.report };
      await refreshStandings(tx, done.touched, await loadWorkspaceWarmth(tx));
      await saveUndoReport(tx.db, importId, next);
      return { count: done.count, report: next };
    }),
  );
  undoing.report = report;
  return count;
}

function withKept(report: UndoReport, kept: UndoReport["kept"]): Pick<UndoReport, "kept" | "keptCount"> {
  return {
    keptCount: report.keptCount + kept.length,
    kept: [...report.kept, ...kept].slice(0, keptNamedMax),
  };
}
