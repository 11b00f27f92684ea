import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { AppError } from "#domain/errors.ts";
import { callingCodeOfList, internalList } from "#domain/number-lists/number-list.ts";
import { fileOfCopy, unfinishedPath } from "#server/number-lists/copy-files.ts";
import { loadNumbers, type WholeNumbers } from "#server/number-lists/file/open-numbers.ts";
import { sortNumbers } from "#server/number-lists/file/sort-numbers.ts";
import { writeNumbers } from "#server/number-lists/file/write-numbers.ts";
import { findCopiesInForce, readInternalNumbers } from "#server/number-lists/queries.ts";
import type { ScrubCopy } from "#server/number-lists/scrubbing/scrub-order.ts";
import type { CopyInForce } from "#server/number-lists/stored-copy.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** A list in memory, to be looked up by all threads; `copiedOn` is the date of its oldest copy. */
export async function loadCopies(
  ctx: Context,
  list: string,
): Promise<{ copies: ScrubCopy[]; copiedOn: string | null }> {
  if (list === internalList) return { copies: [await loadInternal(ctx)], copiedOn: null };
  const inForce = await transaction(ctx, (tx) => findCopiesInForce(tx, list));
  if (inForce.length === 0) throw new AppError("not_found", { list, reason: "list_not_imported" });
  const copies: ScrubCopy[] = [];
  for (const copy of inForce) {
    const path = await fileOfCopy(ctx, copy);
    copies.push({ whole: wholeOf(path, loadNumbers(path)), speaksFor: scopeOf(copy) });
  }
  return { copies, copiedOn: inForce.at(-1)?.copiedOn ?? null };
}

function wholeOf(path: string, whole: WholeNumbers | null): WholeNumbers {
  if (!whole) throw new Error(`${path} is damaged: delete it, and it is fetched again`);
  return whole;
}

function scopeOf({ list, areaCodes }: CopyInForce): ScrubCopy["speaksFor"] {
  if (areaCodes) return { areaCodes: areaCodes.map(Number) };
  const callingCode = callingCodeOfList(list);
  return callingCode ? { callingCode: Number(callingCode) } : { all: true };
}

/** What people said to us is rows, not a file: it is made into one for as long as it takes to read it. */
async function loadInternal(ctx: Context): Promise<ScrubCopy> {
  const numbers = await transaction(ctx, readInternalNumbers);
  const path = await unfinishedPath(ctx, randomUUID());
  const sorter = sortNumbers(path);
  const writer = writeNumbers(path);
  try {
    for (const each of numbers) sorter.add(Number(each.slice(1)));
    for (const cursor = sorter.sorted(); cursor.value !== Number.POSITIVE_INFINITY; cursor.next())
      writer.add(cursor.value);
    writer.finish();
    return { whole: wholeOf(path, loadNumbers(path)), speaksFor: { all: true } };
  } finally {
    sorter.close();
    await rm(path, { force: true });
  }
}
