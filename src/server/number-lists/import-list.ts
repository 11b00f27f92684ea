import { randomUUID } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ImportedList } from "#api/number-lists.ts";
import { AppError } from "#domain/errors.ts";
import { countryOfList, supersedes } from "#domain/number-lists/number-list.ts";
import { localDay } from "#domain/time.ts";
import { buildBeside } from "#server/number-lists/building/build-beside.ts";
import type { OnRead } from "#server/number-lists/building/build-copies.ts";
import type { Built } from "#server/number-lists/building/build-order.ts";
import type { KnownCopy } from "#server/number-lists/building/known-copies.ts";
import { fileOfCopy, unfinishedPath } from "#server/number-lists/copy-files.ts";
import { findCopiesInForce } from "#server/number-lists/queries.ts";
import { type NewFile, storeCopies } from "#server/number-lists/store-copies.ts";
import type { CopyInForce, DatedBy } from "#server/number-lists/stored-copy.ts";
import { type Context, requireReach, transaction } from "#server/platform/context.ts";
import { withLock } from "#server/platform/locks.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

export type ListFiles = {
  list: string;
  /** Together they are one copy; each leaves the rows that cannot be read at its `rejectedPath`. */
  files: { path: string; name: string; rejectedPath: string }[];
  copiedOn?: string | undefined;
  column?: string | undefined;
  isWhole: boolean;
};

/**
 * Makes a copy of a list of its files, or applies changes to those in force. The files are built beside those that are
 * looked into; one transaction puts them in force, so that a crash leaves the old ones.
 */
export async function importList(
  ctx: Context,
  wanted: ListFiles,
  onRead: OnRead = () => undefined,
): Promise<ImportedList> {
  requireReach(ctx, "lists:import");
  let imported: ImportedList | undefined;
  const isFree = await withLock(ctx, `number-list:${wanted.list}`, async () => {
    imported = await importLocked(ctx, wanted, onRead);
  });
  if (!isFree || !imported) throw new AppError("conflict", { list: wanted.list, reason: "list_being_imported" });
  return imported;
}

async function importLocked(ctx: Context, wanted: ListFiles, onRead: OnRead): Promise<ImportedList> {
  const { list, files, column, isWhole } = wanted;
  const { today, country, inForce } = await transaction(ctx, async (tx) => {
    const workspace = await loadWorkspace(tx);
    const zone = workspace.timeZone;
    return { today: localDay(tx.now, zone), country: workspace.country, inForce: await findCopiesInForce(tx, list) };
  });
  if (wanted.copiedOn !== undefined && wanted.copiedOn > today)
    throw new AppError("invalid_input", { field: "copiedOn", value: wanted.copiedOn, reason: "date_in_future" });

  const known: KnownCopy[] = [];
  for (const copy of inForce) known.push({ ...copy, path: await fileOfCopy(ctx, copy) });
  const pathPrefix = await unfinishedPath(ctx, randomUUID());
  try {
    const order = { list, country: countryOfList(list) ?? country, files, column, isWhole, known, pathPrefix };
    const built = await buildBeside(order, onRead);
    const dated = dateOf(wanted, built, today);
    return await putInForce(ctx, wanted, { built, dated, inForce });
  } finally {
    await removeBeginningWith(pathPrefix);
  }
}

type Dated = { copiedOn: string; datedBy: DatedBy };

/** Said by the person, or by the name of the file, or by the newest change; else it is the day of the import. */
function dateOf({ copiedOn, files }: ListFiles, { changedOn }: Built, today: string): Dated {
  if (copiedOn !== undefined) return { copiedOn, datedBy: "person" };
  const named = files.map(({ name }) => dayInName(name));
  const oldest = named.every((day) => day !== null && day <= today) ? named.sort()[0] : undefined;
  if (oldest) return { copiedOn: oldest, datedBy: "file_name" };
  if (changedOn && changedOn <= today) return { copiedOn: changedOn, datedBy: "changes" };
  return { copiedOn: today, datedBy: "import" };
}

function dayInName(name: string): string | null {
  const [, year, month, day] = /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name) ?? [];
  return year ? `${year}-${month}-${day}` : null;
}

async function putInForce(
  ctx: Context,
  { list, files }: ListFiles,
  { built, dated, inForce }: { built: Built; dated: Dated; inForce: CopyInForce[] },
): Promise<ImportedList> {
  const byId = new Map(inForce.map((copy) => [copy.id, copy]));
  const added: NewFile[] = built.copies.map(({ replaces, ...copy }) => {
    const before = replaces === null ? undefined : byId.get(replaces);
    const isOlder = before !== undefined && before.copiedOn > dated.copiedOn;
    const { copiedOn, datedBy } = isOlder ? before : dated;
    return { ...copy, id: randomUUID(), list, copiedOn, datedBy, changedFrom: replaces };
  });
  const replaced =
    built.kind === "full" ? replacedBy(added, inForce) : built.copies.flatMap(({ replaces }) => replaces ?? []);
  const fileNames = files.map(({ name }) => basename(name));
  const isNew = !added.every((copy) => isKnown(copy, built, inForce));
  const importId = isNew ? await storeCopies(ctx, { added, replaced, fileNames }) : null;
  return {
    importId,
    list,
    copiedOn: added[0]?.copiedOn ?? null,
    kind: built.kind,
    copies: importId ? added.map(({ id }) => id) : [],
    numbers: added.reduce((sum, { numbers }) => sum + numbers, 0),
    files: built.files.map(({ name, ...counts }) => ({ file: name, merged: 0, ...counts })),
  };
}

/** The same list of the same day again: with as many numbers, and none that is new, it holds the same. */
function isKnown(copy: NewFile, { files, kind }: Built, inForce: readonly CopyInForce[]): boolean {
  if (kind !== "full" || files.some(({ created }) => created > 0)) return false;
  const codes = JSON.stringify(copy.areaCodes);
  return inForce.some(
    ({ copiedOn, datedBy, numbers, areaCodes }) =>
      copiedOn === copy.copiedOn &&
      datedBy === copy.datedBy &&
      numbers === copy.numbers &&
      JSON.stringify(areaCodes) === codes,
  );
}

/** The copies that a new one makes superfluous. One that is newer itself would not be looked into: that is a mistake. */
function replacedBy(added: readonly NewFile[], inForce: readonly CopyInForce[]): string[] {
  return added.flatMap((copy) => {
    const newer = inForce.find((each) => each.copiedOn > copy.copiedOn && supersedes(each, copy));
    if (newer) {
      const { copiedOn, list } = copy;
      throw new AppError("conflict", { list, copiedOn, inForce: newer.copiedOn, reason: "newer_copy_in_force" });
    }
    return inForce.filter((each) => each.copiedOn <= copy.copiedOn && supersedes(copy, each)).map(({ id }) => id);
  });
}

async function removeBeginningWith(pathPrefix: string): Promise<void> {
  const folder = dirname(pathPrefix);
  for (const name of await readdir(folder)) {
    if (name.startsWith(basename(pathPrefix))) await rm(join(folder, name), { force: true });
  }
}
