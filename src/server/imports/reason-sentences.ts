import type { RowReason } from "#api/imports.ts";

const sentences: Record<string, string> = {
  empty_row: "The row is empty.",
  date_only: "The row has only a date: the person is hidden in the export.",
  no_person: "Nothing in the row says who it is about.",
  nothing_new: "Everything in the row was known already.",
  belongs_to_colleague: "The contact belongs to a colleague; nothing of it was changed.",
  erased_person: "The person was erased at her own request; nothing of the row was kept.",
  our_own_people: "The row is about our own people.",
  deleted_in_source: "The record is deleted in the system it comes from.",
  merged_in_source: "The record was merged into another in the system it comes from.",
  draft: "The message is a draft.",
  sponsored_message: "The message is an advertisement.",
  bulk_mail: "The message went to a mailing list.",
  automatic_mail: "The message was sent by a machine.",
  spam: "The message is spam.",
  nobody_else_there: "Nobody but ourselves was there.",
  cancelled: "It was cancelled.",
  not_finished: "It has not taken place yet.",
  call_not_answered: "The call was not answered.",
  internal_call: "The call was between our own numbers.",
  not_a_call: "The row is not a call.",
  written_by_us: "Only we have written.",
  spoke_without_date: "They spoke, but the file does not say when.",
  deal_not_won: "The deal is not won.",
  not_a_contact_file: "The file is not about people.",
  phone_ruined_by_spreadsheet:
    "A spreadsheet has rounded the telephone number; its digits are lost. Export it again with the column as text.",
  phone_of_several_people: "The number belongs to several people, and the row does not say which of them it is.",
  row_unreadable: "The row cannot be read.",
  row_too_long: "The row is too long.",
  email_invalid: "The email address is not one.",
  date_unreadable: "The date cannot be read.",
  touchpoint_without_date: "What happened has no date, so it was not recorded.",
  too_many_cells: "The row has more cells than the header.",
  postal_code_repaired: "A leading zero was put back into the postal code.",
  value_too_long: "A value is too long and was cut.",
  phone_impossible: "The telephone number cannot exist, so it was left out.",
  phone_not_a_number: "The telephone number is not one, so it was left out.",
  phone_country_unknown: "The telephone number has no country, so it was left out: say which with --country.",
  custom_value_unfit: "The value does not fit the type of its custom field, so it was left out.",
  kept_own_value: "The value that somebody typed was kept.",
  same_name_and_company: "Somebody with the same name and company is there already; they were kept apart.",
  email_of_another_contact: "The email address belongs to another contact and stays there.",
  profile_of_another_contact: "The profile belongs to another contact and stays there.",
};

/** The reason in one English sentence, with the column and the value it is about, for the shell and for files. */
export function sentenceOfReason({ code, column, value }: RowReason): string {
  const where = [column, value === undefined ? undefined : JSON.stringify(value)].filter(Boolean).join(" = ");
  const sentence = sentences[code] ?? code.replaceAll("_", " ");
  return where ? `${sentence} (${where})` : sentence;
}
