import { createWriteStream, type WriteStream } from "node:fs";
import { areaCodeOf, isByAreaCode } from "#domain/number-lists/number-list.ts";
import { fileSource } from "#server/imports/reading/source.ts";
import { applyChanges, type Change } from "#server/number-lists/building/apply-changes.ts";
import type { BuildOrder, Built, FileCounts } from "#server/number-lists/building/build-order.ts";
import { viewOf } from "#server/number-lists/building/known-copies.ts";
import { type Cursor, cursorOver } from "#server/number-lists/file/open-numbers.ts";
import { merged, type NumberSorter, sortNumbers } from "#server/number-lists/file/sort-numbers.ts";
import { writeNumbers } from "#server/number-lists/file/write-numbers.ts";
import { readList } from "#server/number-lists/reading/read-list.ts";

export type OnRead = (read: { file: number; rows: number; bytes: number }) => void;

/** Reads the files of one list and writes the copies that come of them; what is in force is not touched. */
export async function buildCopies(order: BuildOrder, onRead: OnRead = () => undefined): Promise<Built> {
  const readings: Reading[] = [];
  try {
    for (const [index] of order.files.entries()) readings.push(await readFile(order, index, onRead));
    const changes = readings.flatMap(({ changes: each }) => each);
    if (changes.length > 0) return buildChanged(order, readings, changes);
    return buildFull(order, readings);
  } finally {
    for (const { sorter } of readings) sorter.close();
  }
}

type Reading = { counts: FileCounts; sorter: NumberSorter; areaCodes: Set<string>; changes: Change[]; added: number };

/** Lists of changes are short; a longer one is as well imported as the list itself. */
const changesMax = 5_000_000;

async function readFile(order: BuildOrder, index: number, onRead: OnRead): Promise<Reading> {
  const { path, name, rejectedPath } = order.files[index] ?? { path: "", name: "", rejectedPath: "" };
  const sorter = sortNumbers(`${order.pathPrefix}.${index}`);
  const areaCodes = new Set<string>();
  const changes: Change[] = [];
  const rejected = rejectedLines(rejectedPath);
  let added = 0;
  let rejections = 0;
  let bytesRead = 0;
  let areaBefore = -1;
  const seen = (number: number) => {
    const area = Math.floor(number / 10_000_000);
    if (area === areaBefore) return;
    areaBefore = area;
    areaCodes.add(areaCodeOf(number) ?? "");
  };
  await readList(await fileSource(path, name), order, {
    number: (number) => {
      added += 1;
      seen(number);
      sorter.add(number);
    },
    change: (number, change) => {
      if (changes.length >= changesMax) throw new Error("too many changes: import the full list");
      changes.push({ number, ...change, file: index });
    },
    refused: (line, text, reason) => {
      rejections += 1;
      rejected.add(line, text, reason);
    },
    read: (bytes) => {
      bytesRead += bytes;
      onRead({ file: index, rows: added + changes.length + rejections, bytes: bytesRead });
    },
  });
  await rejected.close();
  const rows = added + changes.length + rejections;
  const counts = { name, rows, created: 0, updated: 0, skipped: 0, rejected: rejections };
  return { counts, sorter, areaCodes, changes, added };
}

/** Only a file that has rejected rows leaves one. */
function rejectedLines(path: string) {
  let stream: WriteStream | undefined;
  return {
    add: (line: number, text: string, reason: string) => {
      if (!stream) {
        stream = createWriteStream(path, { mode: 0o600 });
        stream.write("\uFEFFRow,Line,Reason\r\n");
      }
      stream.write(`"${text.replaceAll('"', '""')}",${line},${reason.replaceAll("_", " ")}\r\n`);
    },
    close: async () => {
      await new Promise<void>((resolve) => (stream ? stream.end(resolve) : resolve()));
    },
  };
}

function buildChanged(order: BuildOrder, readings: Reading[], changes: Change[]): Built {
  // A number without a word of what happened to it is on the list.
  const plain = readings.flatMap(({ sorter, added }, file) =>
    added === 0 ? [] : numbersOf(sorter).map((number) => ({ number, removed: false, on: null, file })),
  );
  const counts = readings.map(({ counts: each }) => each);
  const { copies, changedOn } = applyChanges(order, [...plain, ...changes], counts);
  return { kind: "changes", files: counts, copies, changedOn };
}

function numbersOf(sorter: NumberSorter): number[] {
  const numbers: number[] = [];
  for (const cursor = sorter.sorted(); cursor.value !== Number.POSITIVE_INFINITY; cursor.next())
    numbers.push(cursor.value);
  return numbers;
}

function buildFull(order: BuildOrder, readings: Reading[]): Built {
  const filled = readings.filter(({ added }) => added > 0);
  const areaCodes = coverageOf(order, filled);
  const paths = filled.map((reading, index) => {
    const path = `${order.pathPrefix}.part-${index}`;
    writeCounted(order, reading, path);
    return path;
  });
  const files = readings.map(({ counts }) => counts);
  const [only] = paths;
  if (only === undefined) return { kind: "nothing", files, copies: [], changedOn: null };
  const path = paths.length === 1 ? only : `${order.pathPrefix}.all`;
  const numbers = paths.length === 1 ? sizeOf(only) : writeAll(merged(paths.map((each) => cursorOver(each))), path);
  return { kind: "full", files, copies: [{ path, numbers, areaCodes, replaces: null }], changedOn: null };
}

/** What a full list speaks for: the area codes that are in it, where lists are sold by those; else all of its country. */
function coverageOf({ list, isWhole }: BuildOrder, readings: Reading[]): string[] | null {
  if (isWhole || !isByAreaCode(list)) return null;
  const codes = new Set(readings.flatMap(({ areaCodes }) => [...areaCodes]));
  codes.delete("");
  return [...codes].sort();
}

/** Writes the numbers of one file, and counts which were not on the list before. */
function writeCounted({ known }: BuildOrder, { sorter, counts, added }: Reading, path: string): void {
  const cursor = sorter.sorted();
  const view = viewOf(known, cursor.value);
  const writer = writeNumbers(path);
  for (; cursor.value !== Number.POSITIVE_INFINITY; cursor.next()) {
    writer.add(cursor.value);
    if (!view.lists(cursor.value)) counts.created += 1;
  }
  writer.finish();
  view.close();
  counts.skipped = added - counts.created;
}

function writeAll(cursor: Cursor, path: string): number {
  const writer = writeNumbers(path);
  for (; cursor.value !== Number.POSITIVE_INFINITY; cursor.next()) writer.add(cursor.value);
  cursor.close();
  return writer.finish();
}

function sizeOf(path: string): number {
  const cursor = cursorOver(path);
  cursor.close();
  return cursor.total;
}
