import { z } from "zod";
import type { ImportRow, Outcome, RowReason } from "#api/imports.ts";
import { maskText } from "#domain/phone-mask.ts";
import { requireImport } from "#server/imports/require-import.ts";
import { loadRows } from "#server/imports/row-queries.ts";
import type { Context } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";

const Position = z.object({ line: z.number().int() });

type Wanted = {
  id: string;
  limit: number;
  cursor?: string | undefined;
  outcome?: Outcome | undefined;
  warned?: boolean | undefined;
};

/** What became of each row, in the file's order. Numbers and addresses in it are masked; the file of rejected rows has them. */
export async function listImportRows(
  tx: Context,
  { id, limit, cursor, outcome, warned }: Wanted,
): Promise<{ items: ImportRow[]; nextCursor: string | null }> {
  await requireImport(tx, id);
  const after = readCursor(Position, cursor)?.line ?? 0;
  const rows = await loadRows(tx.db, id, { after, limit: limit + 1, outcome, warned });
  const items = rows.slice(0, limit).map(
    (row): ImportRow => ({
      line: row.line,
      outcome: row.outcome as Outcome,
      reason: reasonOf(row.reason),
      warnings: (row.warnings as RowReason[] | null) ?? [],
      cells: maskedCells(row.cells as Record<string, string> | null),
      contact: row.contactId ? { id: row.contactId, name: row.fullName ?? "" } : null,
    }),
  );
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? writeCursor({ line: last.line }) : null };
}

export function reasonOf(stored: string | null): RowReason | null {
  return stored === null ? null : (JSON.parse(stored) as RowReason);
}

function maskedCells(cells: Record<string, string> | null): Record<string, string> | null {
  return cells && Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, maskText(text)]));
}
