import type { Format } from "#server/imports/formats/format.ts";
import { normaliseColumn } from "#server/imports/reading/column-name.ts";
import type { DateStyle } from "#server/imports/reading/moments.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import type { RowBuilder } from "#server/imports/reading/row-builder.ts";
import type { Sample } from "#server/imports/reading/sample.ts";
import type { Source } from "#server/imports/reading/source.ts";
import { type Cells, type Header, readTable } from "#server/imports/reading/table.ts";

/** A format that is a table: mostly what its columns are called and where each of them goes. */
export type TableFormat = {
  slug: string;
  title: string;
  confidence: Format["confidence"];
  proof: Format["proof"];
  /** Normalised column names that belong together; a header with all of one set is this format. */
  signatures: string[][];
  /** Column names that only a neighbour has. */
  without?: string[];
  /** Normalised column name to field; a column that is not here goes to `patterns`, then to the custom fields. */
  columns: Record<string, string>;
  patterns?: [pattern: RegExp, field: string][];
  dates?: Partial<DateStyle>;
  /** What the columns alone do not say: touchpoints, opt-outs that need two cells, odd corners. */
  row?: (cells: Cells, builder: RowBuilder, options: ReadOptions) => void;
};

export function tableFormat(spec: TableFormat): Format {
  return {
    slug: spec.slug,
    title: spec.title,
    confidence: spec.confidence,
    proof: spec.proof,
    detect: (sample) => detectTable(spec, sample),
    read: (source, options) => readTableFormat(spec, source, options),
  };
}

export function readTableFormat(spec: TableFormat, source: Source, options: ReadOptions) {
  const { row } = spec;
  return readTable(source, options, {
    findHeader: (records) => findHeader(spec, records),
    mapColumns: (names) => names.map((name) => fieldOf(spec, name)),
    dates: { order: "mdy", zone: null, ...spec.dates },
    ...(row && { row: (cells: Cells, builder: RowBuilder) => row(cells, builder, options) }),
  });
}

/** The more columns the signature names, the surer; so a narrow format wins over a broad one with the same words. */
export function detectTable(spec: Pick<TableFormat, "signatures" | "without">, sample: Sample): number {
  const matched = sample.rows.slice(0, headerDepth).map((row) => signatureSize(spec, row));
  const size = Math.max(0, ...matched);
  return size === 0 ? 0 : Math.min(0.99, 0.6 + size * 0.03);
}

const headerDepth = 40;

function signatureSize(
  { signatures, without = [] }: Pick<TableFormat, "signatures" | "without">,
  row: string[],
): number {
  const names = new Set(row.map(normaliseColumn));
  if (without.some((name) => names.has(name))) return 0;
  return Math.max(
    0,
    ...signatures.filter((names_) => names_.every((name) => names.has(name))).map(({ length }) => length),
  );
}

/** The signature's row; a file that was imported *as* this format without it is taken to begin with its header. */
function findHeader(spec: TableFormat, records: string[][]): Header {
  const index = records.findIndex((row) => signatureSize(spec, row) > 0);
  const at = index === -1 ? 0 : index;
  return { names: records[at] ?? [], next: at + 1 };
}

function fieldOf({ columns, patterns = [] }: TableFormat, column: string): string | null {
  const name = normaliseColumn(column);
  const field = columns[name];
  if (field !== undefined) return field === "ignore" ? null : field;
  for (const [pattern, target] of patterns) {
    const match = pattern.exec(name);
    if (match) return target === "ignore" ? null : target;
  }
  return "custom";
}
