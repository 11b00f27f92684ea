import type { AppError } from "#domain/errors.ts";
import { sentenceOf } from "#server/platform/command.ts";

type Details = Record<string, unknown>;

/** Why a file cannot be imported, and what to do, by the reason of the refusal. */
const SENTENCES: Record<string, (details: Details) => string> = {
  mapping_needed: () =>
    "nothing in the file says what its columns are. If it is a list of people, say which column is what: --map COLUMN=FIELD, " +
    'for example --map "Column 1=name"',
  file_empty: () => "the file is empty",
  format_not_recognised: () => "this is nothing that can be imported; lists as CSV or Excel always work",
  format_unknown: ({ value }) => `--as: there is no format "${value}"`,
  format_does_not_fit: ({ value }) => `--as: the file is no export of the kind "${value}"`,
  do_not_call_list: () => "this is a do-not-call list, not a list of people: import it with --as dnc",
  list_without_dry_run: () => "--dry-run: a do-not-call list is imported or not",
  list_needed: () =>
    "nothing in the file says which do-not-call list it is: name it with --list, for example --list gb-tps",
  list_not_imported: ({ list }) => `--list: no copy of "${list}" has been imported`,
  not_a_text_table: () => "only tables as text can be scrubbed: save it as CSV",
  list_unknown: ({ value }) => `--list: "${value}" is no list; lists are named as us-dnc, us-pa, ca-dncl or gb-tps`,
  list_being_imported: ({ list }) => `${list} is being imported by another process`,
  list_changed_meanwhile: () => "the list was changed meanwhile: import the file again",
  newer_copy_in_force: ({ list, copiedOn, inForce }) =>
    `a newer copy of ${list} is in force, of ${inForce}: this one is of ${copiedOn}. If that date is wrong, say it with --copied-on`,
  date_in_future: ({ value }) => `--copied-on: ${value} has not come yet`,
  encoding_unknown: ({ value }) => `--encoding: there is no character set "${value}"`,
  time_zone_unknown: ({ value }) => `--time-zone: there is no time zone "${value}"`,
  kind_unknown: ({ value }) => `--touchpoint: there is no kind "${value}"`,
  not_a_member: ({ value }) => `--owner: ${value} does not work in this workspace`,
  column_unknown: ({ value }) => `--map: the file has no column "${value}"`,
  field_unknown: ({ value }) => `--map: nothing can become "${value}"`,
  owner_of_messages_unknown: () =>
    "the file does not show whose messages these are: say it with --my-email or --my-name",
};

export function sentenceOfProblem(error: AppError): string {
  const sentence = SENTENCES[String(error.details.reason)];
  return sentence ? sentence(error.details) : sentenceOf(error);
}

const fileProblems: Record<string, string> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "this is a folder; name the files in it",
  EACCES: "the file may not be read by you",
  EPERM: "the file may not be read by you",
};

/** Why a file cannot be read at all; undefined where something else went wrong. */
export function fileProblem(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? fileProblems[String(error.code)] : undefined;
}
