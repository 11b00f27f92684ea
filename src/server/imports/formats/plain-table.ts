import { AppError } from "#domain/errors.ts";
import type { Format } from "#server/imports/formats/format.ts";
import type { Moment } from "#server/imports/imported-row.ts";
import { instantOfMoment } from "#server/imports/moment-instant.ts";
import { normaliseColumn } from "#server/imports/reading/column-name.ts";
import { mayHoldConsent, readConsentQuestion } from "#server/imports/reading/consent-question.ts";
import { fieldByName, guessMapping, isUnknownTable } from "#server/imports/reading/guess-field.ts";
import { guessHeader } from "#server/imports/reading/header.ts";
import { type DateStyle, guessDateOrder, momentKey, typedMoment } from "#server/imports/reading/moments.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import { addTouchpoint, personAt, personKey, type RowBuilder } from "#server/imports/reading/row-builder.ts";
import type { Sample } from "#server/imports/reading/sample.ts";
import type { Source } from "#server/imports/reading/source.ts";
import { type Cells, readTable } from "#server/imports/reading/table.ts";

/** Any table that no other format claims: the columns are guessed, and the person who imports may say otherwise. */
export const plainTable: Format = {
  slug: "table",
  title: "Table (CSV, TSV, Excel)",
  confidence: "A",
  proof: "claimed",
  detect: detectPlainTable,
  read: readPlainTable,
};

function detectPlainTable(sample: Sample): number {
  if (sample.container === "xlsx") return 0.5;
  if (sample.container !== "text" || sample.rows.length === 0) return 0;
  if (sample.text.includes("\ufffd") || /^\s*(BEGIN:|WEBVTT|From )/i.test(sample.text)) return 0.05;
  if (/^\s*(\{|\[\s*\{|<[!?a-z])/i.test(sample.text)) return 0;
  const known = sample.rows.slice(0, 30).map((row) => row.filter((cell) => fieldByName(cell) !== null).length);
  return Math.max(0, ...known) >= 2 ? 0.5 : 0.2;
}

function readPlainTable(source: Source, options: ReadOptions) {
  const dates: DateStyle = { order: "mdy", zone: null };
  const given = options.occurredAt === undefined ? null : typedMoment(options.occurredAt);
  let dated: string[] = [];
  let questions: string[] = [];

  return readTable(source, options, {
    findHeader: (records) => {
      const header = guessHeader(records);
      dates.order = guessDateOrder(records.slice(header.next).flat()) ?? "mdy";
      return header;
    },
    mapColumns: (names, records) => {
      if (!options.mapping && names.length > 0 && isUnknownTable(names, records)) {
        throw new AppError("invalid_input", { file: source.name, field: "map", reason: "mapping_needed" });
      }
      const mapping = guessMapping(names, records);
      dated = names.filter((name) => mapping[name]?.startsWith("occurred_at"));
      questions = names.filter(mayHoldConsent);
      return names.map((name) => mapping[name] ?? null);
    },
    dates,
    row: (cells, builder) => {
      for (const name of dated) keepText(builder, name, cells.get(normaliseColumn(name)));
      readPlainRow(cells, builder, options, { given, questions });
    },
  });
}

/** A date that dates nothing yet is still something that the file says of the person. */
function keepText(builder: RowBuilder, column: string, text: string): void {
  if (text !== "") personAt(builder, 0).custom[column] = text;
}

type Known = { given: Moment | null; questions: string[] };

/** A list to which everybody's touchpoint is given by hand is a claim, whoever exported the list. */
function readPlainRow(cells: Cells, builder: RowBuilder, options: ReadOptions, { given, questions }: Known): void {
  const at = builder.occurredAt ?? given;
  for (const name of questions) {
    const answer = cells.get(normaliseColumn(name));
    readConsentQuestion(builder, { header: name, answer, at, evidence: builder.row.cells });
  }
  const kind = options.touchpoint ?? kindOf(builder, options);
  if (!kind) return;
  addTouchpoint(builder, {
    kind,
    occurredAt: at,
    verification: "claimed",
    summary: "",
    sourceKey: `list:${kind}:${at ? momentKey(at) : ""}:${personKey(builder)}`,
  });
}

/** What a column such as "Meeting date" says that happened; not of a day that is still to come. */
function kindOf({ kind, occurredAt }: RowBuilder, { now, timeZone = "Etc/UTC" }: ReadOptions): string | null {
  const when = occurredAt && instantOfMoment(occurredAt, timeZone);
  return when && when.at <= now ? kind : null;
}
