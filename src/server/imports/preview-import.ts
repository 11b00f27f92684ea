import type { ImportOptions, ImportPreview, PreviewPerson, PreviewRow } from "#api/imports.ts";
import { maskEmail, maskPhone } from "#domain/phone-mask.ts";
import type { BatchPlan, PlannedRow } from "#server/imports/batch-plan.ts";
import { loadRun } from "#server/imports/import-run.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { loadFacts } from "#server/imports/load-facts.ts";
import type { PersonState } from "#server/imports/person-state.ts";
import { planBatch } from "#server/imports/plan-batch.ts";
import { prepareRow } from "#server/imports/prepare-row.ts";
import { readOptionsOf } from "#server/imports/read-options-of.ts";
import { type Preview, previewRows } from "#server/imports/read-rows.ts";
import { fieldNames } from "#server/imports/reading/fields.ts";
import { requireImport } from "#server/imports/require-import.ts";
import { withStoredFile } from "#server/imports/stored-source.ts";
import { type Context, transaction } from "#server/platform/context.ts";

const previewRowsMax = 50;
const countedRowsMax = 5000;

/** The first rows as they will become: planned by the same function as the import itself, and not written. */
export async function previewImport(
  ctx: Context,
  { id, options }: { id: string; options: ImportOptions },
): Promise<ImportPreview> {
  const stored = await transaction(ctx, (tx) => requireImport(tx, id));
  const format = options.format ?? stored.format ?? "table";
  const file = { id, fileName: stored.fileName, fileHash: stored.fileHash, format };
  const run = await transaction(ctx, (tx) => loadRun(tx, file, options));
  const readOptions = readOptionsOf(options, {
    now: ctx.now,
    timeZone: run.timeZone,
    format,
    encoding: stored.encoding,
  });
  const source = { ...file, bytesTotal: Number(stored.bytesTotal) };
  const read = await withStoredFile(ctx, source, (bytes) => previewRows(bytes, readOptions, countedRowsMax + 1));

  const rows = read.rows.slice(0, previewRowsMax).map((row) => prepareRow(row, run));
  const facts = await transaction(ctx, (tx) => loadFacts(tx, run, rows));
  const { plan } = await planBatch(run, rows, facts, { now: ctx.now });
  const { slug, title, proof } = read.format;
  return {
    format: { slug, title, proof },
    columns: read.columns.map(({ name, field, examples }) => ({ name, field, samples: examples })),
    fields: fieldNames,
    rows: plan.rows.map((row) => rowView(row, plan)),
    complete: read.rows.length <= previewRowsMax,
    total: totalOf(read.rows),
    questions: questionsFor(read, options),
  };
}

function totalOf(rows: readonly ImportedRow[]): ImportPreview["total"] {
  const counted = rows.slice(0, countedRowsMax);
  const people = counted.filter(({ person, verdict }) => person && !verdict).length;
  return { rows: counted.length, people, exact: rows.length <= countedRowsMax };
}

function rowView(row: PlannedRow, plan: BatchPlan): PreviewRow {
  const people = row.contactIds.flatMap((id) => plan.people.get(id) ?? []);
  return {
    line: row.line,
    outcome: row.outcome,
    reason: row.reason,
    warnings: row.warnings,
    people: people.map(personView),
    touchpoints: plan.touchpoints
      .filter(({ importLine }) => importLine === row.line)
      .map(({ kind, occurredAt, verification, summary }) => ({ kind, occurredAt, verification, summary })),
    consents: plan.consents
      .filter(({ evidence }) => evidence.row === row.line)
      .map(({ channels, words }) => ({ channels, words })),
    optOuts: plan.suppressions.filter(({ evidence }) => evidence.row === row.line).map(({ kind }) => kind),
  };
}

function personView({ id, isNew, fields, before, pointKeys }: PersonState): PreviewPerson {
  const values = (kind: string) =>
    [...pointKeys].filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
  return {
    name: fields.fullName,
    company: fields.company,
    jobTitle: fields.jobTitle,
    emails: values("email").map(maskEmail),
    phones: values("phone").map(maskPhone),
    profiles: values("profile"),
    knownAs: isNew ? null : { id, name: before?.fullName ?? fields.fullName },
  };
}

/** Mail and messages alone do not always say which side is ours. */
const needsOwner: ReadonlySet<string> = new Set(["mbox", "ics", "linkedin_messages"]);

function questionsFor(
  { format: { slug: format }, columns, lacksMapping }: Preview,
  options: ImportOptions,
): ImportPreview["questions"] {
  const questions: ImportPreview["questions"] = [];
  if (!options.audience) questions.push("audience");
  if (needsOwner.has(format) && !options.ownerName && !options.ownerEmails) questions.push("who_are_you");
  if (lacksMapping) questions.push("mapping");
  const saysItself = columns.some(({ field }) => field.startsWith("occurred_at:"));
  if (format === "table" && !options.touchpoint && !saysItself && !lacksMapping) questions.push("what_happened");
  return questions;
}
