import { normaliseColumn } from "#server/imports/reading/column-name.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import { openRecords } from "#server/imports/reading/records.ts";
import type { Source } from "#server/imports/reading/source.ts";
import { type Cells, cellsBy, namedCells } from "#server/imports/reading/table.ts";

/** One of several tables in a file, under the marker line that names it. */
export type Section = { title: string; facts: Map<string, string>; names: string[]; records: string[][] };

/** A report of one event is held in memory as a whole; this is far above the largest that the platforms run. */
const recordsMax = 1_000_000;

/**
 * Cuts a report into its tables. A table begins where a line holds one cell (its marker); lines of two cells before its
 * header are facts about the event ("Report Generated:", a date); its first line of more cells is its header. Lines
 * padded with empty cells are as wide as what they hold. A line with all the names of one of `headers` begins a table
 * also where nothing but a blank line stands before it.
 */
export async function readSections(source: Source, options: ReadOptions, headers: string[][] = []): Promise<Section[]> {
  const sections: Section[] = [aSection("")];
  let total = 0;
  const { batches } = await openRecords(source, options);
  for await (const batch of batches) {
    for (const record of batch) addLine(sections, record, headers);
    total += batch.length;
    if (total > recordsMax) break;
  }
  return sections.filter(({ names, facts }) => names.length > 0 || facts.size > 0);
}

function addLine(sections: Section[], record: string[], headers: string[][]): void {
  const cells = withoutPadding(record);
  const current = sections.at(-1);
  const [first = "", second = ""] = cells;
  if (cells.length === 0 || !current) return;
  if (headers.some((names) => hasColumns(cells, names))) sections.push({ ...aSection(""), names: cells });
  else if (cells.length === 1) sections.push(aSection(first));
  else if (current.names.length > 0) current.records.push(record);
  else if (cells.length === 2) current.facts.set(normaliseColumn(first), second.trim());
  else current.names = cells.map((cell) => cell.trim());
}

function aSection(title: string): Section {
  return { title, facts: new Map(), names: [], records: [] };
}

/** The rows of a section, each by column name, with the cells as they stand in the file. */
export function* rowsOf({ names, records }: Section): Generator<{ cells: Cells; original: Record<string, string> }> {
  const cells = cellsBy(names);
  for (const record of records) {
    cells.record = record;
    yield { cells, original: namedCells(names, withoutPadding(record)) };
  }
}

export function sectionWith(sections: Section[], ...columns: string[]): Section | undefined {
  return sections.find(({ names }) => hasColumns(names, columns));
}

function hasColumns(names: string[], columns: string[]): boolean {
  const known = new Set(names.map(normaliseColumn));
  return columns.every((column) => known.has(column));
}

function withoutPadding(record: string[]): string[] {
  let length = record.length;
  while (length > 0 && (record[length - 1] ?? "").trim() === "") length -= 1;
  return record.slice(0, length);
}
