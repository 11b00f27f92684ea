import { z } from "zod";
import { ListId } from "#api/number-lists.ts";
import { internalList } from "#domain/number-lists/number-list.ts";
import { importLists } from "#server/number-lists/import-lists.ts";
import { printLists } from "#server/number-lists/print-lists.ts";
import { scrubByCommand } from "#server/number-lists/scrub-by-command.ts";
import { type Command, command } from "#server/platform/command.ts";

export const numberListCommands: readonly Command[] = [
  command({
    name: "scrub",
    summary: "Mark the phone numbers of a file that are on a do-not-call list",
    usage: "FILE --list LIST [--column NAME] [--out FILE] [--json]",
    access: "lists:read",
    options: {
      list: { type: "string" },
      column: { type: "string" },
      out: { type: "string" },
    },
    input: z.object({
      words: z.tuple([z.string()], "name one file"),
      list: z.union([z.literal(internalList), ListId]),
      column: z.string().min(1).optional(),
      out: z.string().min(1).optional(),
      json: z.boolean().default(false),
    }),
    run: scrubByCommand,
  }),
  command({
    name: "import-list",
    summary: "Import a copy of a do-not-call list, or changes to one; all files together are one copy",
    usage: "FILE... [--list LIST] [--copied-on DATE] [--column NAME] [--whole] [--json]",
    access: "lists:import",
    options: {
      list: { type: "string" },
      "copied-on": { type: "string" },
      column: { type: "string" },
      whole: { type: "boolean" },
    },
    input: z.object({
      words: z.array(z.string()).min(1, "name at least one file"),
      list: ListId.optional(),
      copiedOn: z.iso.date("must be a day such as 2026-11-10").optional(),
      column: z.string().min(1).optional(),
      whole: z.boolean().default(false),
      json: z.boolean().default(false),
    }),
    run: (ctx, { words, ...input }, terminal) => importLists(ctx, { ...input, files: words }, terminal),
  }),
  command({
    name: "lists",
    summary: "Show the copies of do-not-call lists that are in force, and how long they are good",
    usage: "[--json]",
    access: "lists:read",
    input: z.object({ words: z.tuple([], "takes no words"), json: z.boolean().default(false) }),
    run: printLists,
  }),
];
