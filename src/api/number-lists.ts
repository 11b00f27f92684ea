import { z } from "zod";
import { Bytes, endpoint, Nothing, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { listIdPattern } from "#domain/number-lists/number-list.ts";

/* Do-not-call lists: copies of files that the keepers of registers give out, with their date. */

export const ListId = z
  .string()
  .trim()
  .toLowerCase()
  .regex(listIdPattern, "must be a list such as us-dnc, us-pa, ca-dncl, gb-tps or gb-ctps");

const Day = z.iso.date("must be a day such as 2026-11-10");

export const ListCopy = z.object({
  id: z.uuid(),
  list: z.string(),
  copiedOn: Day,
  /** Who says that date: the person who imported, the file's name, the changes in it; or nobody: the day of the import. */
  datedBy: z.enum(["person", "file_name", "changes", "import"]),
  /** The area codes that it speaks for ("1202"); null = all numbers of the country; none = only those that it holds. */
  areaCodes: z.array(z.string()).nullable(),
  numbers: z.number().int(),
  fileNames: z.array(z.string()),
  importedAt: Instant,
  importedBy: z.object({ userId: z.uuid(), name: z.string() }),
  endedAt: Instant.nullable(),
  ending: z.enum(["replaced", "withdrawn"]).nullable(),
  /** Days since the date of the copy, where the workspace is. */
  ageDays: z.number().int(),
  /** How old it may be on the day of a call. */
  freshDays: z.number().int(),
  /** The last day on which it is good. */
  freshUntil: Day,
  isFresh: z.boolean(),
});
export type ListCopy = z.output<typeof ListCopy>;

export const ListCopiesInput = PageInput.extend({
  /** "true": also copies that were replaced or withdrawn. */
  all: z.enum(["true", "false"]).default("false"),
});
export type ListCopiesInput = z.output<typeof ListCopiesInput>;

export const listNumberLists = endpoint({
  name: "listNumberLists",
  method: "GET",
  path: "/api/v1/number-lists",
  summary: "The copies of do-not-call lists that are in force, with their age",
  input: ListCopiesInput,
  output: pageOf(ListCopy),
});

export const ListFileCounts = z.object({
  file: z.string(),
  rows: z.number().int(),
  /** Numbers that were not on the list before. */
  created: z.number().int(),
  /** Numbers that a list of changes took off. */
  updated: z.number().int(),
  merged: z.literal(0),
  skipped: z.number().int(),
  rejected: z.number().int(),
});
export type ListFileCounts = z.output<typeof ListFileCounts>;

export const ImportedList = z.object({
  /** By which it can be undone; null where the file had nothing new in it. */
  importId: z.uuid().nullable(),
  list: z.string(),
  copiedOn: Day.nullable(),
  kind: z.enum(["full", "changes", "nothing"]),
  copies: z.array(z.uuid()),
  numbers: z.number().int(),
  files: z.array(ListFileCounts),
});
export type ImportedList = z.output<typeof ImportedList>;

export const UploadList = z.object({
  /** Absent where the file itself says it: the FTC's layout. */
  list: ListId.optional(),
  fileName: z.string().trim().min(1).max(300),
  copiedOn: Day.optional(),
  column: z.string().trim().min(1).max(300).optional(),
  /** "true": it is the whole list; numbers of area codes that are not in it are not on the list. */
  whole: z.enum(["true", "false"]).default("false"),
  body: Bytes,
});
export type UploadList = z.output<typeof UploadList>;

export const importNumberList = endpoint({
  name: "importNumberList",
  method: "POST",
  path: "/api/v1/number-lists",
  summary: "Import a copy of a do-not-call list, or a list of changes to one",
  input: UploadList,
  output: ImportedList,
  body: "bytes",
  refusals: ["conflict"],
});

export const WithdrawList = z.object({ id: z.uuid() });
export type WithdrawList = z.output<typeof WithdrawList>;

export const withdrawNumberList = endpoint({
  name: "withdrawNumberList",
  method: "DELETE",
  path: "/api/v1/number-lists/{id}",
  summary: "Withdraw a copy: nothing is looked up in it any more; that it was there stays on record",
  input: WithdrawList,
  output: Nothing,
  refusals: ["conflict"],
});
