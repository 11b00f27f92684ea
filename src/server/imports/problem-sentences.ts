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
