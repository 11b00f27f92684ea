import { addCall } from "#server/imports/formats/call-logs.ts";
import type { Format } from "#server/imports/formats/format.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import { addPhones, personAt, type RowBuilder, skip } from "#server/imports/reading/row-builder.ts";
import type { Sample } from "#server/imports/reading/sample.ts";
import type { Source } from "#server/imports/reading/source.ts";
import { type Cells, readTable } from "#server/imports/reading/table.ts";

const fields = [
  "accountcode",
  "src",
  "dst",
  "dcontext",
  "clid",
  "channel",
  "dstchannel",
  "lastapp",
  "lastdata",
  "start",
  "answer",
  "end",
  "duration",
  "billsec",
  "disposition",
  "amaflags",
  "uniqueid",
  "userfield",
];

/** An older layout begins with the date, and has neither `answer` nor `end`. */
const fieldsFromDate = [
  "start",
  "clid",
  "src",
  "dst",
  "dcontext",
  "channel",
  "dstchannel",
  "lastapp",
  "lastdata",
  "duration",
  "billsec",
  "disposition",
  "amaflags",
  "accountcode",
];

const disposition = /^(ANSWERED|NO ANSWER|BUSY|FAILED|CONGESTION)$/;

/** Call records have no header: they are known by the words that end a call. Times are the telephone system's own. */
export const asterisk: Format = {
  slug: "asterisk_cdr",
  title: "Asterisk call records (Master.csv)",
  confidence: "A",
  proof: "captured",
  detect: (sample: Sample) => (layoutOf(sample.rows) ? 0.9 : 0),
  read: readCallRecords,
};

function layoutOf(records: string[][]): string[] | null {
  const row = records[0] ?? [];
  if (row.length >= 16 && row.length <= 18 && disposition.test(row[14] ?? "")) return fields.slice(0, row.length);
  return row.length === 14 && disposition.test(row[11] ?? "") ? fieldsFromDate : null;
}

function readCallRecords(source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  return readTable(source, options, {
    findHeader: (records) => ({ names: layoutOf(records) ?? fields, next: 0 }),
    mapColumns: (names) => names.map(() => null),
    dates: { order: "mdy", zone: null },
    row: readCallRecord,
  });
}

function readCallRecord(cells: Cells, builder: RowBuilder) {
  const isInbound = isOutside(cells.get("src")) && !isOutside(cells.get("dst"));
  const number = cells.get(isInbound ? "src" : "dst");
  if (!isOutside(number)) return skip(builder.row, "internal_call");
  addPhones(builder, 0, number, null, isInbound ? "src" : "dst");
  const name = /^"?([^"<]*?)"?\s*<.*>$/.exec(cells.get("clid"))?.[1]?.trim() ?? "";
  if (isInbound && name !== "" && name !== number) personAt(builder, 0).name = name;
  return addCall(builder, {
    at: cells.get("start"),
    seconds: Number(cells.get("billsec")),
    isAnswered: cells.get("disposition") === "ANSWERED",
    direction: isInbound ? "inbound" : "outbound",
    key: `asterisk:call:${cells.get("uniqueid") || `${cells.get("start")}:${cells.get("channel")}`}`,
  });
}

/** Extensions are short, and feature codes have stars; everything else is a number of the outside world. */
function isOutside(number: string): boolean {
  return /^\+?\d{7,15}$/.test(number.replace(/[\s().-]/g, ""));
}
