import { detectTable, type TableFormat, tableFormat } from "#server/imports/formats/table-format.ts";
import { normaliseColumn } from "#server/imports/reading/column-name.ts";
import { readConsentQuestion } from "#server/imports/reading/consent-question.ts";
import { setterOf } from "#server/imports/reading/fields.ts";
import { fieldByName, fieldByValues } from "#server/imports/reading/guess-field.ts";
import { momentKey } from "#server/imports/reading/moments.ts";
import { addTouchpoint, personAt, personKey, type RowBuilder } from "#server/imports/reading/row-builder.ts";
import type { Sample } from "#server/imports/reading/sample.ts";
import type { Cells } from "#server/imports/reading/table.ts";

/* A form is the one place where the exact words of a consent stand in the header, with the answer and the time. */

/** Answering is an answer; it becomes a request to be called only where the form says so in its own name. */
function readResponse(cells: Cells, builder: RowBuilder, platform: string, own: RegExp): void {
  for (const header of cells.names) {
    const column = normaliseColumn(header);
    const answer = cells.get(column);
    if (answer === "" || own.test(column)) continue;
    putAnswer(builder, header, answer);
    readConsentQuestion(builder, { header, answer, at: builder.occurredAt, evidence: builder.row.cells });
  }
  const at = builder.occurredAt;
  const id = cells.get("#") || `${at ? momentKey(at) : ""}:${personKey(builder)}`;
  addTouchpoint(builder, {
    kind: "survey_answered",
    occurredAt: at,
    verification: "captured",
    summary: "",
    sourceKey: `${platform}:${id}`,
    details: { platform },
  });
}

/** Questions are named by whoever made the form, so their columns are guessed like those of a plain table. */
function putAnswer(builder: RowBuilder, header: string, answer: string): void {
  const isShort = header.length <= 60 && !header.includes("?");
  const named = isShort ? fieldByName(header) : null;
  const field = named && named !== "custom" ? named : (fieldByValues([answer]) ?? "custom");
  const isSafe = !field.startsWith("suppress") && field !== "occurred_at";
  if (isSafe && field !== "custom") setterOf(field)?.(builder, answer, header);
  else personAt(builder, 0).custom[header] = answer;
}

const typeform = tableFormat({
  slug: "typeform_responses",
  title: "Typeform responses",
  confidence: "A",
  proof: "captured",
  signatures: [["#", "startdateutc", "submitdateutc", "networkid"]],
  columns: { submitdateutc: "occurred_at" },
  patterns: [[/./, "ignore"]],
  dates: { zone: "UTC" },
  row: (cells, builder) => readResponse(cells, builder, "typeform", /^(#|startdateutc|submitdateutc|networkid|tags)$/),
});

const googleFormsTable: TableFormat = {
  slug: "google_forms_responses",
  title: "Google Forms responses",
  confidence: "D",
  proof: "captured",
  signatures: [["timestamp"]],
  columns: { timestamp: "occurred_at" },
  patterns: [[/./, "ignore"]],
  row: (cells, builder) => readResponse(cells, builder, "google_forms", /^timestamp$/),
};

/** "Timestamp" is any tool's word; what only Google writes is the form of the value under it. */
function detectGoogleForms(sample: Sample): number {
  const [header = [], first = []] = sample.rows;
  const isFirst = normaliseColumn(header[0] ?? "") === "timestamp";
  const isGoogles =
    /^\d{4}\/\d{1,2}\/\d{1,2} \d{1,2}:\d{2}:\d{2} [AP]M GMT|^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2}$/.test(
      first[0] ?? "",
    );
  return isFirst && isGoogles ? Math.max(0.75, detectTable(googleFormsTable, sample)) : 0;
}

const googleForms = { ...tableFormat(googleFormsTable), detect: detectGoogleForms };

export const forms = [typeform, googleForms];
