import type { Import, ImportOptions, ImportState, RowReason, UndoReport } from "#api/imports.ts";
import { findAttachments } from "#server/imports/file-queries.ts";
import { findNames, type StoredImport } from "#server/imports/queries.ts";
import type { Context } from "#server/platform/context.ts";

/** Imports as the contract shows them. */
export async function importViews(tx: Context, stored: readonly StoredImport[]): Promise<Import[]> {
  const names = await findNames(
    tx.db,
    stored.map(({ createdBy }) => createdBy),
  );
  const attachments = await findAttachments(
    tx.db,
    stored.map(({ id }) => id),
  );
  return stored.map((row) => ({
    id: row.id,
    fileName: row.fileName,
    format: row.format,
    state: row.state as ImportState,
    options: row.options as ImportOptions,
    counts: {
      rows: Number(row.rowsDone),
      created: row.created,
      updated: row.updated,
      merged: row.merged,
      skipped: row.skipped,
      rejected: row.rejected,
      warned: row.warned,
      touchpoints: row.touchpoints,
      consents: row.consents,
      suppressions: row.suppressions,
    },
    bytesTotal: Number(row.bytesTotal),
    bytesDone: Number(row.bytesDone),
    claimed: row.claimed,
    attachments: attachments
      .filter(({ importId }) => importId === row.id)
      .map(({ id, fileName }) => ({ id, fileName })),
    problem: row.problem as RowReason | null,
    createdAt: row.createdAt,
    createdBy: { id: row.createdBy, name: names.get(row.createdBy) ?? "" },
    continuedAt: row.continuedAt,
    finishedAt: row.finishedAt,
    confirmedAt: row.confirmedAt,
    undoneAt: row.undoneAt,
    undoReport: row.undoReport as UndoReport | null,
  }));
}

export async function importView(tx: Context, stored: StoredImport): Promise<Import> {
  const [view] = await importViews(tx, [stored]);
  if (!view) throw new Error("one import has one view");
  return view;
}
