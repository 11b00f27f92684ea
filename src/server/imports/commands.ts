import { z } from "zod";
import { Audience, ImportOptions } from "#api/imports.ts";
import { ListId } from "#api/number-lists.ts";
import { importAny } from "#server/imports/import-any.ts";
import { undoByCommand } from "#server/imports/undo-by-command.ts";
import { type Command, command } from "#server/platform/command.ts";

const Mapping = z
  .array(z.string().regex(/^.+=[\w.:]+$/, "must be COLUMN=FIELD"))
  .default([])
  .transform((pairs) =>
    Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.lastIndexOf("=")), pair.slice(pair.lastIndexOf("=") + 1)]),
    ),
  );

export const importCommands: readonly Command[] = [
  command({
    name: "import",
    summary: "Import exports of other systems; the format is recognised",
    usage:
      "FILE... [--as FORMAT] [--map COLUMN=FIELD ...] [--touchpoint KIND] [--occurred-at WHEN] [--owner EMAIL]\n" +
      "  [--audience consumer|sole_trader|partnership|business] [--country CC] [--time-zone ZONE] [--encoding NAME]\n" +
      "  [--same-person] [--my-email EMAIL ...] [--my-name NAME] [--dry-run] [--json]\n" +
      "  a do-not-call list: --as dnc --list LIST [--copied-on DATE] [--column NAME] [--whole]",
    access: "imports:run",
    options: {
      as: { type: "string" },
      map: { type: "string", multiple: true },
      touchpoint: { type: "string" },
      "occurred-at": { type: "string" },
      owner: { type: "string" },
      audience: { type: "string" },
      country: { type: "string" },
      "time-zone": { type: "string" },
      encoding: { type: "string" },
      "same-person": { type: "boolean" },
      "my-email": { type: "string", multiple: true },
      "my-name": { type: "string" },
      "dry-run": { type: "boolean" },
      list: { type: "string" },
      "copied-on": { type: "string" },
      column: { type: "string" },
      whole: { type: "boolean" },
    },
    input: z
      .object({
        words: z.array(z.string()).min(1, "name at least one file"),
        as: z.string().optional(),
        map: Mapping,
        touchpoint: z.string().optional(),
        occurredAt: z.string().optional(),
        owner: z.email().optional(),
        audience: Audience.optional(),
        country: z
          .string()
          .toUpperCase()
          .regex(/^[A-Z]{2}$/, "must be two letters, such as US")
          .optional(),
        timeZone: z.string().optional(),
        encoding: z.string().optional(),
        samePerson: z.boolean().default(false),
        myEmail: z.array(z.email()).optional(),
        myName: z.string().optional(),
        dryRun: z.boolean().default(false),
        list: ListId.optional(),
        copiedOn: z.iso.date("must be a day such as 2026-11-10").optional(),
        column: z.string().min(1).optional(),
        whole: z.boolean().default(false),
        json: z.boolean().default(false),
      })
      .transform((flags) => ({
        files: flags.words,
        dryRun: flags.dryRun,
        json: flags.json,
        isList: flags.as === "dnc" || flags.list !== undefined,
        asList: { list: flags.list, copiedOn: flags.copiedOn, column: flags.column, whole: flags.whole },
        options: ImportOptions.parse({
          format: flags.as,
          mapping: Object.keys(flags.map).length > 0 ? flags.map : undefined,
          touchpoint: flags.touchpoint,
          occurredAt: flags.occurredAt,
          ownerEmail: flags.owner,
          audience: flags.audience,
          country: flags.country,
          timeZone: flags.timeZone,
          encoding: flags.encoding,
          sameNameAndCompany: flags.samePerson ? "same" : undefined,
          ownerEmails: flags.myEmail,
          ownerName: flags.myName,
        }),
      })),
    run: importAny,
  }),
  command({
    name: "undo",
    summary: "Take an import back",
    usage: "IMPORT_ID [--json]",
    access: "imports:run",
    input: z.object({ words: z.tuple([z.uuid()], "give the id of one import"), json: z.boolean().default(false) }),
    run: undoByCommand,
  }),
];
