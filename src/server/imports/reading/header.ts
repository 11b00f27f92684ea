import { cellText, isEmail } from "#server/imports/reading/cell.ts";
import { fieldByName } from "#server/imports/reading/guess-field.ts";
import type { Header } from "#server/imports/reading/table.ts";

const headerDepth = 30;

/**
 * The header of a table that no format claims: the row, near the top, with most names that we know, else the first row
 * that is as wide as the table and holds no data. Preambles and titles stand above it.
 */
export function guessHeader(records: string[][]): Header {
  const top = records.slice(0, headerDepth);
  const width = usualWidth(records);
  const known = top.map((row) => row.filter((cell) => fieldByName(cell) !== null).length);
  const most = Math.max(0, ...known);
  const best = known.indexOf(most);
  const isConvincing = most >= 2 || (most === 1 && width <= 3);
  if (isConvincing && !holdsData(top[best] ?? [])) return { names: top[best] ?? [], next: best + 1 };

  const first = top.findIndex((row) => filled(row) >= Math.max(1, width - 1));
  const candidate = top[first] ?? [];
  if (first >= 0 && !holdsData(candidate) && isUnlikeTheRest(candidate, records.slice(first + 1))) {
    return { names: candidate, next: first + 1 };
  }
  return { names: Array.from({ length: width }, (_, index) => `Column ${index + 1}`), next: Math.max(0, first) };
}

function usualWidth(records: string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width = 0] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  return width;
}

function filled(row: string[]): number {
  return row.filter((cell) => cell.trim() !== "").length;
}

/** An address, a number or a date is never the name of a column. */
function holdsData(row: string[]): boolean {
  return row.some((cell) => {
    const text = cellText(cell);
    return isEmail(text) || /^[+(]?\d[\d\s().:/+-]{3,}$/.test(text) || /^https?:\/\//i.test(text);
  });
}

/** Names are short, all different, and some column below them looks like something else. */
function isUnlikeTheRest(row: string[], below: string[][]): boolean {
  const names = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (new Set(names).size < names.length || names.some((name) => name.length > 80)) return false;
  return below.length === 0 || below.slice(0, 20).some(holdsData);
}
