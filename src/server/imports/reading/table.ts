import { AppError } from "#domain/errors.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { cellText } from "#server/imports/reading/cell.ts";
import { columnNames, normaliseColumn } from "#server/imports/reading/column-name.ts";
import { parseRecords } from "#server/imports/reading/csv.ts";
import { isField, type Setter, setterOf } from "#server/imports/reading/fields.ts";
import type { DateStyle } from "#server/imports/reading/moments.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import { openRecords, type Records } from "#server/imports/reading/records.ts";
import { finishRow, type RowBuilder, startRow } from "#server/imports/reading/row-builder.ts";
import type { Source } from "#server/imports/reading/source.ts";

/** Reads a row's cells by normalised column name: `get("joinTime")` never, `get("jointime")` always. */
export type Cells = { get: (column: string) => string; has: (column: string) => boolean; names: string[] };

export type Header = { names: string[] /** Index of the first record behind it. */; next: number };

export type TableReading = {
  findHeader: (records: string[][]) => Header;
  /** Where each column goes; null leaves it in the row's cells only. */
  mapColumns: (names: string[], records: string[][]) => (string | null)[];
  dates: DateStyle;
  /** What the columns alone do not say. */
  row?: (cells: Cells, builder: RowBuilder) => void;
};

/** How far down a file its header may stand, and how many rows a guess may look at. */
const lookAheadRows = 200;

export async function* readTable(
  source: Source,
  options: ReadOptions,
  reading: TableReading,
  part: string | null = null,
): AsyncGenerator<ImportedRow> {
  const records = await openRecords(source, options);
  const ahead: string[][] = [];
  let compiled: CompiledTable | null = null;
  let line = 0;

  for await (const batch of records.batches) {
    let data = batch;
    if (!compiled) {
      ahead.push(...batch);
      if (ahead.length < lookAheadRows) continue;
      compiled = compileTable(ahead, records, options, reading);
      data = ahead.slice(compiled.next);
    }
    for (const record of data) yield readRecord(record, ++line, part, compiled);
  }
  if (compiled) return;
  compiled = compileTable(ahead, records, options, reading);
  for (const record of ahead.slice(compiled.next)) yield readRecord(record, ++line, part, compiled);
}

type CompiledTable = {
  names: string[];
  next: number;
  setters: (Setter | null)[];
  cells: Cells & { record: string[] };
  reading: TableReading;
  records: Records;
};

function compileTable(ahead: string[][], records: Records, options: ReadOptions, reading: TableReading): CompiledTable {
  const header = reading.findHeader(ahead);
  const names = columnNames(header.names);
  const behind = ahead.slice(header.next);
  const chosen = chosenFields(options.mapping, names);
  const mapped = reading.mapColumns(names, behind);
  const setters = names.map((name, index) => {
    const field = chosen.get(normaliseColumn(name)) ?? mapped[index] ?? null;
    return field === null ? null : setterOf(field);
  });
  return { names, next: header.next, setters, cells: cellsBy(names), reading, records };
}

/** A mapping with a mistake in it would lose a column silently, so it is refused. */
function chosenFields(mapping: Record<string, string> = {}, names: string[]): Map<string, string> {
  const known = new Set(names.map(normaliseColumn));
  const chosen = new Map<string, string>();
  for (const [column, field] of Object.entries(mapping)) {
    const name = normaliseColumn(column);
    if (!known.has(name))
      throw new AppError("invalid_input", { field: "map", value: column, reason: "column_unknown" });
    if (!isField(field)) throw new AppError("invalid_input", { field: "map", value: field, reason: "field_unknown" });
    chosen.set(name, field);
  }
  return chosen;
}

/** One accessor for the whole table; the record under it changes from row to row. */
export function cellsBy(names: string[]): Cells & { record: string[] } {
  const indexes = new Map<string, number>();
  names.forEach((name, index) => {
    const key = normaliseColumn(name);
    if (!indexes.has(key)) indexes.set(key, index);
  });
  const cells = {
    record: [] as string[],
    names,
    has: (column: string) => indexes.has(column),
    get: (column: string) => {
      const index = indexes.get(column);
      return index === undefined ? "" : cellText(cells.record[index]);
    },
  };
  return cells;
}

function readRecord(raw: string[], line: number, part: string | null, table: CompiledTable): ImportedRow {
  const { names, setters, cells, reading } = table;
  const record = unwrapRecord(raw, table);
  const builder = startRow(line, part, namedCells(names, record), reading.dates);
  if (record.length > names.length) builder.row.warnings.push({ code: "too_many_cells" });

  setters.forEach((setter, index) => {
    const text = setter && cellText(record[index]);
    if (text) setter(builder, text, names[index] ?? "");
  });
  cells.record = record;
  reading.row?.(cells, builder);
  return finishRow(builder);
}

/** Some exports quote a whole row again, so that it parses as one cell. */
function unwrapRecord(record: string[], { names, records }: CompiledTable): string[] {
  const [only = ""] = record;
  if (record.length > 1 || names.length < 2 || !records.dialect || !only.includes(records.dialect.delimiter)) {
    return record;
  }
  return parseRecords(only, records.dialect)[0] ?? record;
}

export function namedCells(names: string[], record: string[]): Record<string, string> {
  const cells: Record<string, string> = {};
  for (let index = 0; index < names.length; index += 1) cells[names[index] ?? ""] = record[index] ?? "";
  for (let index = names.length; index < record.length; index += 1) {
    if (record[index]) cells[`Column ${index + 1}`] = record[index] ?? "";
  }
  return cells;
}
