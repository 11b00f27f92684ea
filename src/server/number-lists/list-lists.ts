import { z } from "zod";
import type { ListCopiesInput, ListCopy } from "#api/number-lists.ts";
import { freshDaysOf } from "#domain/number-lists/number-list.ts";
import { daysAfter, daysBetween, localDay } from "#domain/time.ts";
import { findCopies } from "#server/number-lists/queries.ts";
import type { StoredCopy } from "#server/number-lists/stored-copy.ts";
import type { Context } from "#server/platform/context.ts";
import { instantInCursor, readCursor, writeCursor } from "#server/platform/cursor.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

const Position = z.object({ importedAt: instantInCursor, id: z.uuid() });

/** Copies with their age: on the law's side it is counted on the called party's days, here on those of the workspace. */
export async function listLists(
  tx: Context,
  { all, limit, cursor }: ListCopiesInput,
): Promise<{ items: ListCopy[]; nextCursor: string | null }> {
  const before = readCursor(Position, cursor);
  const { timeZone } = await loadWorkspace(tx);
  const today = localDay(tx.now, timeZone);
  const found = await findCopies(tx, { inForce: all === "false", before, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return {
    items: page.map((copy) => viewOfCopy(copy, today)),
    nextCursor: isMore ? writeCursor({ importedAt: last.importedAt, id: last.id }) : null,
  };
}

function viewOfCopy({ importedBy, importedByName, areaCodes, ...copy }: StoredCopy, today: string): ListCopy {
  const freshDays = freshDaysOf(copy.list);
  const ageDays = daysBetween(copy.copiedOn, today);
  return {
    ...copy,
    areaCodes: areaCodes && [...areaCodes],
    importedBy: { userId: importedBy, name: importedByName },
    ageDays,
    freshDays,
    freshUntil: daysAfter(copy.copiedOn, freshDays),
    isFresh: ageDays <= freshDays,
  };
}
