import { AppError } from "#domain/errors.ts";
import type { Format } from "#server/imports/formats/format.ts";
import { formatBySlug, formats } from "#server/imports/formats/registry.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { columnNames } from "#server/imports/reading/column-name.ts";
import { fieldNames } from "#server/imports/reading/fields.ts";
import { guessMapping, isUnknownTable } from "#server/imports/reading/guess-field.ts";
import { guessHeader } from "#server/imports/reading/header.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import { type Sample, takeSample } from "#server/imports/reading/sample.ts";
import type { Source } from "#server/imports/reading/source.ts";
import { recogniseList } from "#server/number-lists/reading/recognise-list.ts";

export type Detected = { format: Format; sample: Sample };

/** What a file is, by its content; the one that was named, if one was. */
export async function detectFormat(
  source: Source,
  options: Pick<ReadOptions, "format" | "encoding">,
): Promise<Detected> {
  const sample = await takeSample(source, options.encoding);
  if (options.format === undefined && recogniseList(sample) !== null)
    throw new AppError("invalid_input", { file: source.name, reason: "do_not_call_list" });
  const format = options.format === undefined ? likeliestFormat(sample) : formatBySlug(options.format);
  if (format) return { format, sample };
  if (options.format)
    throw new AppError("invalid_input", { field: "format", value: options.format, reason: "format_unknown" });
  throw new AppError("invalid_input", { file: source.name, reason: "format_not_recognised" });
}

/** One row for each row of the file, in the file's order: the same in every reading of it. */
export async function* readRows(source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const { format, sample } = await detectFormat(source, options);
  let isEmpty = true;
  for await (const row of format.read(source, options)) {
    isEmpty = false;
    yield row;
  }
  // Nothing to be read in a file that is no such export: said rather than counted as no rows.
  if (isEmpty && options.format !== undefined && format.detect(sample) === 0) {
    throw new AppError("invalid_input", { field: "format", value: options.format, reason: "format_does_not_fit" });
  }
}

export type Preview = {
  format: Pick<Format, "slug" | "title" | "confidence" | "proof">;
  encoding: string;
  delimiter: string;
  /** For a table without a format of its own: its columns, where each would go, and what stands in it. */
  columns: { name: string; field: string; examples: string[] }[];
  /** What a column may be said to be. */
  fields: string[];
  rows: ImportedRow[];
  /** Nothing in the table says what it is: it is read once somebody has said so. */
  lacksMapping: boolean;
};

const examplesMax = 3;

/** The first rows as they will become, and the guess that made them so: what the mapping screen shows. */
export async function previewRows(source: Source, options: ReadOptions, rowsMax: number): Promise<Preview> {
  const { format, sample } = await detectFormat(source, options);
  const { slug, title, confidence, proof } = format;
  const table = slug === "table" ? tableOf(sample) : null;
  const lacksMapping = table !== null && !options.mapping && isUnknownTable(table.names, table.records);
  const rows = lacksMapping ? [] : await firstRows(format.read(source, options), rowsMax);
  return {
    format: { slug, title, confidence, proof },
    encoding: sample.encoding,
    delimiter: sample.delimiter,
    columns: table ? columnsOf(table, options, lacksMapping) : [],
    fields: fieldNames,
    rows,
    lacksMapping,
  };
}

async function firstRows(all: AsyncIterable<ImportedRow>, rowsMax: number): Promise<ImportedRow[]> {
  const rows: ImportedRow[] = [];
  for await (const row of all) {
    rows.push(row);
    if (rows.length >= rowsMax) break;
  }
  return rows;
}

type Table = { names: string[]; records: string[][] };

function tableOf(sample: Sample): Table {
  const header = guessHeader(sample.rows);
  return { names: columnNames(header.names), records: sample.rows.slice(header.next) };
}

function columnsOf(
  { names, records }: Table,
  { mapping = {} }: ReadOptions,
  lacksMapping: boolean,
): Preview["columns"] {
  const guessed = lacksMapping ? {} : guessMapping(names, records);
  return names.map((name, index) => ({
    name,
    field: mapping[name] ?? guessed[name] ?? "custom",
    examples: records
      .map((record) => record[index] ?? "")
      .filter((text) => text !== "")
      .slice(0, examplesMax),
  }));
}

function likeliestFormat(sample: Sample): Format | undefined {
  let best: Format | undefined;
  let bestScore = 0;
  for (const format of formats) {
    const score = format.detect(sample);
    if (score > bestScore) [best, bestScore] = [format, score];
  }
  return best;
}
