import { z } from "zod";
import { Bytes, endpoint, FileAnswer, Nothing, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { Country } from "#api/settings.ts";
import { audiences } from "#domain/gate/types.ts";

const textMax = 300;
const mappingMax = 1000;

export const Outcome = z.enum(["created", "updated", "merged", "skipped", "rejected"]);
export type Outcome = z.output<typeof Outcome>;

export const ImportState = z.enum([
  "uploading",
  "waiting",
  "running",
  "stopped",
  "done",
  "failed",
  "undoing",
  "undone",
]);
export type ImportState = z.output<typeof ImportState>;

export const Audience = z.enum(audiences);

/** What the person who imports says; everything else is found in the file. */
export const ImportOptions = z.object({
  format: z.string().max(60).optional(),
  encoding: z.string().max(40).optional(),
  mapping: z.record(z.string().max(textMax), z.string().max(textMax)).optional(),
  /** "Are these business contacts?", asked once; a row that says it itself wins. */
  audience: Audience.optional(),
  /** Where telephone numbers without a country belong. */
  country: Country.optional(),
  /** The zone of times that have none. */
  timeZone: z.string().max(64).optional(),
  /** Whose the new contacts are, where the row does not say it. */
  ownerEmail: z.email().optional(),
  /** What happened with everybody on a plain list, and when. */
  touchpoint: z.string().max(60).optional(),
  occurredAt: z.string().max(60).optional(),
  /** Two people with the same name and company and nothing else in common: kept apart unless somebody says otherwise. */
  sameNameAndCompany: z.enum(["apart", "same"]).optional(),
  /** Who "me" is in mail, calendars and messages. */
  ownerEmails: z.array(z.email()).max(20).optional(),
  ownerName: z.string().max(textMax).optional(),
});
export type ImportOptions = z.output<typeof ImportOptions>;

export const RowReason = z.object({
  code: z.string(),
  column: z.string().optional(),
  value: z.string().optional(),
});
export type RowReason = z.output<typeof RowReason>;

export const ImportCounts = z.object({
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  merged: z.number().int(),
  skipped: z.number().int(),
  rejected: z.number().int(),
  warned: z.number().int(),
  touchpoints: z.number().int(),
  consents: z.number().int(),
  suppressions: z.number().int(),
});
export type ImportCounts = z.output<typeof ImportCounts>;

/** What undo could not put back, because somebody changed it since. */
export const UndoReport = z.object({
  contactsWithdrawn: z.number().int(),
  touchpointsRetracted: z.number().int(),
  consentsRetracted: z.number().int(),
  suppressionsRetracted: z.number().int(),
  valuesRestored: z.number().int(),
  mergesUndone: z.number().int(),
  keptCount: z.number().int(),
  kept: z.array(z.object({ contactId: z.uuid(), name: z.string(), field: z.string(), why: z.string() })),
});
export type UndoReport = z.output<typeof UndoReport>;

export const Import = z.object({
  id: z.uuid(),
  fileName: z.string(),
  format: z.string().nullable(),
  state: ImportState,
  options: ImportOptions,
  counts: ImportCounts,
  bytesTotal: z.number(),
  bytesDone: z.number(),
  /** How many touchpoints of it are only claimed, until a manager confirms the source. */
  claimed: z.number().int(),
  attachments: z.array(z.object({ id: z.uuid(), fileName: z.string() })),
  problem: RowReason.nullable(),
  createdAt: Instant,
  createdBy: z.object({ id: z.uuid(), name: z.string() }),
  continuedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  confirmedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  undoReport: UndoReport.nullable(),
});
export type Import = z.output<typeof Import>;

export const PreviewPerson = z.object({
  name: z.string(),
  company: z.string().nullable(),
  jobTitle: z.string().nullable(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  profiles: z.array(z.string()),
  /** The contact that the row belongs to already. */
  knownAs: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type PreviewPerson = z.output<typeof PreviewPerson>;

export const PreviewRow = z.object({
  line: z.number().int(),
  outcome: Outcome,
  reason: RowReason.nullable(),
  warnings: z.array(RowReason),
  people: z.array(PreviewPerson),
  touchpoints: z.array(
    z.object({ kind: z.string(), occurredAt: Instant, verification: z.string(), summary: z.string() }),
  ),
  /** What the person agreed to, by the exact words that were agreed to. */
  consents: z.array(z.object({ channels: z.array(z.string()), words: z.string() })),
  optOuts: z.array(z.string()),
});
export type PreviewRow = z.output<typeof PreviewRow>;

export const ImportPreview = z.object({
  format: z.object({ slug: z.string(), title: z.string(), proof: z.enum(["captured", "claimed"]) }),
  columns: z.array(z.object({ name: z.string(), field: z.string().nullable(), samples: z.array(z.string()) })),
  fields: z.array(z.string()),
  rows: z.array(PreviewRow),
  /** Whether `rows` is the whole file. */
  complete: z.boolean(),
  /** How many rows there are; of a long file as many as were counted. */
  total: z.object({ rows: z.number().int(), people: z.number().int(), exact: z.boolean() }),
  /** What the reader must be told before it can read everything. */
  questions: z.array(z.enum(["who_are_you", "audience", "what_happened", "mapping"])),
});
export type ImportPreview = z.output<typeof ImportPreview>;

export const ImportRow = z.object({
  line: z.number().int(),
  outcome: Outcome,
  reason: RowReason.nullable(),
  warnings: z.array(RowReason),
  cells: z.record(z.string(), z.string()).nullable(),
  contact: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type ImportRow = z.output<typeof ImportRow>;

const ImportId = z.object({ id: z.uuid() });

export const listImports = endpoint({
  name: "listImports",
  method: "GET",
  path: "/api/v1/imports",
  summary: "Imports, newest first",
  input: PageInput,
  output: pageOf(Import),
});

export const uploadImport = endpoint({
  name: "uploadImport",
  method: "POST",
  path: "/api/v1/imports",
  summary: "Take a file in; nothing becomes of it until it is started",
  input: z.object({ fileName: z.string().trim().min(1).max(textMax), body: Bytes }),
  output: Import,
  body: "bytes",
});

export const getImport = endpoint({
  name: "getImport",
  method: "GET",
  path: "/api/v1/imports/{id}",
  summary: "One import: its progress, its counts, its undo report",
  input: ImportId,
  output: Import,
});

export const previewImport = endpoint({
  name: "previewImport",
  method: "POST",
  path: "/api/v1/imports/{id}/preview",
  summary: "The first rows as they will become",
  input: ImportId.extend({ options: ImportOptions.default({}) }).refine(
    ({ options }) => Object.keys(options.mapping ?? {}).length <= mappingMax,
  ),
  output: ImportPreview,
});

export const startImport = endpoint({
  name: "startImport",
  method: "POST",
  path: "/api/v1/imports/{id}/start",
  summary: "Start an import, or let a stopped or failed one go on from its last committed row",
  input: ImportId.extend({ options: ImportOptions.optional() }),
  output: Import,
  refusals: ["conflict"],
});

export const stopImport = endpoint({
  name: "stopImport",
  method: "POST",
  path: "/api/v1/imports/{id}/stop",
  summary: "Stop an import after the batch that is being written",
  input: ImportId,
  output: Import,
  refusals: ["conflict"],
});

export const undoImport = endpoint({
  name: "undoImport",
  method: "POST",
  path: "/api/v1/imports/{id}/undo",
  summary: "Take an import back",
  input: ImportId,
  output: Import,
  refusals: ["conflict"],
});

export const confirmImport = endpoint({
  name: "confirmImport",
  method: "POST",
  path: "/api/v1/imports/{id}/confirm",
  summary: "A manager vouches for the source: its claimed touchpoints count from now on",
  input: ImportId,
  output: Import,
  refusals: ["conflict"],
});

export const attachEvidence = endpoint({
  name: "attachEvidence",
  method: "POST",
  path: "/api/v1/imports/{id}/attachments",
  summary: "Add a signed sheet or scans of cards as evidence of a hand-made list",
  input: ImportId.extend({ fileName: z.string().trim().min(1).max(textMax), body: Bytes }),
  output: Import,
  body: "bytes",
});

export const listImportRows = endpoint({
  name: "listImportRows",
  method: "GET",
  path: "/api/v1/imports/{id}/rows",
  summary: "What became of each row, and why",
  input: ImportId.extend({ ...PageInput.shape, outcome: Outcome.optional(), warned: z.stringbool().optional() }),
  output: pageOf(ImportRow),
});

export const downloadRejected = endpoint({
  name: "downloadRejected",
  method: "GET",
  path: "/api/v1/imports/{id}/rejected",
  summary: "The rejected rows as a CSV file, each with its reason",
  input: ImportId,
  output: FileAnswer,
  answer: "file",
});

export const discardImport = endpoint({
  name: "discardImport",
  method: "DELETE",
  path: "/api/v1/imports/{id}",
  summary: "Throw away a file that was never started",
  input: ImportId,
  output: Nothing,
  refusals: ["conflict"],
});
