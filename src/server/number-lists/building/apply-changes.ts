import type { BuildOrder, BuiltCopy, FileCounts } from "#server/number-lists/building/build-order.ts";
import { type KnownCopy, viewOf } from "#server/number-lists/building/known-copies.ts";
import { type Cursor, cursorOver } from "#server/number-lists/file/open-numbers.ts";
import { writeNumbers } from "#server/number-lists/file/write-numbers.ts";

export type Change = { number: number; removed: boolean; on: string | null; file: number };

/**
 * Applies changes to the copies that speak for their numbers, each of which becomes a new file. A number for which no
 * copy speaks goes on a copy of additions alone: whoever is on the list is not called, though others of the area code
 * have not been checked.
 */
export function applyChanges(
  { known, pathPrefix }: BuildOrder,
  changes: Change[],
  counts: FileCounts[],
): { copies: BuiltCopy[]; changedOn: string | null } {
  const last = lastOf(changes);
  const view = viewOf(known, last[0]?.number ?? 0);
  const ofCopy = new Map<KnownCopy | undefined, Change[]>();
  for (const change of last) {
    const { number, removed, on, file } = change;
    const speaker = view.speaker(number) ?? known.find(({ areaCodes }) => areaCodes?.length === 0);
    const isListed = view.lists(number);
    const count = counts[file];
    if (!count || removed !== isListed || (removed && isOlder(on, speaker))) continue;
    count[removed ? "updated" : "created"] += 1;
    const own = ofCopy.get(speaker);
    if (own) own.push(change);
    else ofCopy.set(speaker, [change]);
  }
  view.close();
  for (const count of counts) count.skipped = count.rows - count.created - count.updated - count.rejected;
  const copies = [...ofCopy].map(([copy, own], index) => writeChanged(copy, own, `${pathPrefix}.changed-${index}`));
  return { copies, changedOn: newestDay(changes) };
}

function newestDay(changes: readonly Change[]): string | null {
  let newest: string | null = null;
  for (const { on } of changes) if (on !== null && (newest === null || on > newest)) newest = on;
  return newest;
}

/** A removal from before the copy was made is in it; since then the number may have come back. */
function isOlder(on: string | null, copy: KnownCopy | undefined): boolean {
  return on !== null && copy !== undefined && copy.datedBy !== "import" && on < copy.copiedOn;
}

/** Of each number its last change, by day and then by place in the file; ascending. */
function lastOf(changes: readonly Change[]): Change[] {
  const last = new Map<number, Change>();
  for (const change of changes) {
    const before = last.get(change.number);
    if (!before || (change.on ?? "") >= (before.on ?? "")) last.set(change.number, change);
  }
  return [...last.values()].sort((one, other) => one.number - other.number);
}

function writeChanged(copy: KnownCopy | undefined, changes: Change[], path: string): BuiltCopy {
  const writer = writeNumbers(path);
  const cursor = copy ? cursorOver(copy.path) : nothing;
  for (const { number, removed } of changes) {
    for (; cursor.value < number; cursor.next()) writer.add(cursor.value);
    if (cursor.value === number) cursor.next();
    if (!removed) writer.add(number);
  }
  for (; cursor.value !== Number.POSITIVE_INFINITY; cursor.next()) writer.add(cursor.value);
  cursor.close();
  return { path, numbers: writer.finish(), areaCodes: copy ? copy.areaCodes : [], replaces: copy?.id ?? null };
}

const nothing: Cursor = { value: Number.POSITIVE_INFINITY, total: 0, next: () => undefined, close: () => undefined };
