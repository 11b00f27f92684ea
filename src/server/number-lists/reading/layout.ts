import { AppError } from "#domain/errors.ts";
import { normaliseColumn } from "#server/imports/reading/column-name.ts";
import type { Dialect } from "#server/imports/reading/csv.ts";
import { detectDialect } from "#server/imports/reading/dialect.ts";
import { fieldByName } from "#server/imports/reading/guess-field.ts";
import { guessHeader } from "#server/imports/reading/header.ts";
import type { Sample } from "#server/imports/reading/sample.ts";

/** Where in a table the numbers stand, and what else a list of changes says. Columns are counted from 0. */
export type Layout = {
  dialect: Dialect;
  encoding: string;
  /** What stands above the numbers: preamble and header. */
  rowsAbove: number;
  header: string[] | null;
  number: number;
  /** The column before has the area code. */
  isSplit: boolean;
  change: number | null;
  date: number | null;
};

const changeWord = /^(a|d|add|added|addition|delete|deleted|deletion|i|insert|r|remove|removed)$/i;
const dayWord = /^(\d{4}-\d\d-\d\d|\d{8}|\d{1,2}\/\d{1,2}\/\d{4})/;
const columnsMax = 200;

/** Finds out from the beginning of a file; `column` is a name in its header, or a place counted from 1. */
export function layoutOf(sample: Sample, column?: string): Layout {
  const guessed = headerOf(sample.rows);
  const named = sample.rows[guessed.next - 1];
  const hasHeader = named !== undefined && named.join("\n") === guessed.names.join("\n");
  const rows = sample.rows.slice(guessed.next);
  const isAll = (index: number, test: RegExp) =>
    rows.length > 0 && rows.every((row) => test.test((row[index] ?? "").trim()));
  const width = Math.min(columnsMax, Math.max(...sample.rows.slice(0, 200).map(({ length }) => length), 1));
  const columns = Array.from({ length: width }, (_, index) => index);
  const local = columns.find(
    (index) => index > 0 && isAll(index, /^\d{3}-?\d{4}$/) && isAll(index - 1, /^\(?\d{3}\)?$/),
  );
  const isSplit = column === undefined && local !== undefined;
  const number = isSplit ? local : numberColumn(sample, hasHeader ? guessed.names : null, rows, column);
  const others = columns.filter((index) => index !== number && !(isSplit && index === number - 1));
  return {
    dialect: detectDialect(sample.text),
    encoding: sample.encoding,
    rowsAbove: guessed.next,
    header: hasHeader ? guessed.names : null,
    number,
    isSplit,
    change: others.find((index) => isAll(index, changeWord)) ?? null,
    date: others.find((index) => isAll(index, dayWord)) ?? null,
  };
}

/** As of any table, but that a row with a number in it is none of names: "tel:2025550101" names a telephone otherwise. */
function headerOf(rows: string[][]): { names: string[]; next: number } {
  const guessed = guessHeader(rows);
  const hasNumber = guessed.names.some((name) => name.replace(/\D/g, "").length >= 7);
  return hasNumber ? { names: [], next: 0 } : guessed;
}

function numberColumn(sample: Sample, names: string[] | null, rows: string[][], column: string | undefined): number {
  if (column !== undefined) {
    const wanted = normaliseColumn(column);
    const found = names?.findIndex((name) => normaliseColumn(name) === wanted) ?? -1;
    if (found >= 0) return found;
    if (!names && /^\d{1,3}$/.test(column) && Number(column) > 0) return Number(column) - 1;
    const known = names ? { columns: names.slice(0, 30) } : { columns: "the file has no header; count them from 1" };
    throw new AppError("invalid_input", { file: sample.name, field: "column", value: column, ...known });
  }
  const named = names?.findIndex((name) => /^phone/.test(fieldByName(name) ?? "")) ?? -1;
  return named >= 0 ? named : fullest(rows);
}

/** The column with most that could be a number. */
function fullest(rows: string[][]): number {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, 200)) {
    row.forEach((cell, index) => {
      const digits = cell.replace(/\D/g, "").length;
      const isLike = digits >= 7 && digits <= 15 && /^['+(\d][\d\s().+/-]*$/.test(cell.trim());
      if (isLike && !dayWord.test(cell.trim())) counts.set(index, (counts.get(index) ?? 0) + 1);
    });
  }
  const [best = 0] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  return best;
}

export function isRemoval(word: string): boolean {
  return /^[dr]/i.test(word.trim());
}

/** `YYYY-MM-DD` of the ways in which the lists write a day; null where it is none. */
export function dayOf(text: string): string | null {
  const [, iso] = /^(\d{4}-\d\d-\d\d)/.exec(text.trim()) ?? [];
  if (iso) return iso;
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text.trim()) ?? [];
  if (year && month && day) return `${year}-${month}-${day}`;
  const [, usMonth = "", usDay = "", usYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text.trim()) ?? [];
  return usYear ? `${usYear}-${usMonth.padStart(2, "0")}-${usDay.padStart(2, "0")}` : null;
}
