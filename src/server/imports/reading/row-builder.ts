import type {
  ImportedConsent,
  ImportedPerson,
  ImportedPhone,
  ImportedRow,
  ImportedSuppression,
  ImportedTouchpoint,
  Moment,
  RowReason,
  RowReasonCode,
} from "#server/imports/imported-row.ts";
import { isEmail, isRuinedPhone, profileOf, splitEmails, splitPhones } from "#server/imports/reading/cell.ts";
import { type DateStyle, parseMoment } from "#server/imports/reading/moments.ts";

/** One row while it is being read. People are numbered as in `who`: 0 is the row's person, the others follow. */
export type RowBuilder = {
  row: ImportedRow;
  people: ImportedPerson[];
  dates: DateStyle;
  /** What the mapping says about when the row happened, for formats and lists that make a touchpoint of it. */
  occurredAt: Moment | null;
  /** What happened then, where the column says so. */
  kind: string | null;
};

export function startRow(
  line: number,
  part: string | null,
  cells: Record<string, string>,
  dates: DateStyle,
): RowBuilder {
  return { row: anEmptyRow(line, part, cells), people: [anEmptyPerson()], dates, occurredAt: null, kind: null };
}

/** The finished row. People of whom nothing is known are left out; a row without anybody is skipped. */
export function finishRow({ row, people }: RowBuilder): ImportedRow {
  const [person, ...others] = people.map(withFullName);
  if (person && isSomebody(person)) row.person = person;
  row.others = others;
  if (!row.person && !others.some(isSomebody) && !row.verdict) {
    skip(row, Object.values(row.cells).every((cell) => cell.trim() === "") ? "empty_row" : "no_person");
  }
  if (row.verdict) clearResults(row);
  return row;
}

export function skip(row: ImportedRow, code: RowReasonCode): void {
  row.verdict ??= { outcome: "skipped", reason: { code } };
}

export function reject(row: ImportedRow, reason: RowReason): void {
  if (row.verdict?.outcome !== "rejected") row.verdict = { outcome: "rejected", reason };
}

export function personAt(builder: RowBuilder, who: number): ImportedPerson {
  let person = builder.people[who];
  while (!person) {
    builder.people.push(anEmptyPerson());
    person = builder.people[who];
  }
  return person;
}

export function addEmails(builder: RowBuilder, who: number, text: string, label: string | null, column: string): void {
  const found = splitEmails(text);
  if (found.length === 0) builder.row.warnings.push({ code: "email_invalid", column, value: text });
  const { emails } = personAt(builder, who);
  for (const address of found) {
    if (!isEmail(address)) builder.row.warnings.push({ code: "email_invalid", column, value: address });
    else if (!emails.some((known) => known.address === address)) emails.push({ address, label });
  }
}

export function addPhones(builder: RowBuilder, who: number, text: string, label: string | null, column: string): void {
  const { phones } = personAt(builder, who);
  if (isRuinedPhone(text)) reject(builder.row, { code: "phone_ruined_by_spreadsheet", column, value: text });
  for (const phone of splitPhones(text)) {
    if (isRuinedPhone(phone)) reject(builder.row, { code: "phone_ruined_by_spreadsheet", column, value: phone });
    else if (!phones.some((known) => known.text === phone))
      phones.push({ text: phone, label, column, ...lineOf(label) });
  }
}

const afterNames = /^(jr|sr|ph\.?d|m\.?d|mba|cpa|esq|inc|ltd|llc|gmbh|i{2,3})\b/i;

/** A name as mail and calendars show it; "Lovelace, Ada" is turned round, "Ada Lovelace, PhD" is not. */
export function addDisplayName(builder: RowBuilder, who: number, text: string): void {
  const shown = text.trim().replace(/^['"]|['"]$/g, "");
  if (shown === "" || shown.includes("@")) return;
  const person = personAt(builder, who);
  const [last, first, ...more] = shown.split(/,\s*/);
  const isTurned = last && first && more.length === 0 && !afterNames.test(first) && !last.includes(" ");
  if (isTurned) Object.assign(person, { firstName: first, lastName: last, name: `${first} ${last}` });
  else person.name ??= shown;
}

export function addProfile(builder: RowBuilder, who: number, text: string): void {
  const profile = profileOf(text);
  const { profiles } = personAt(builder, who);
  if (profile && !profiles.some((known) => known.url === profile.url)) profiles.push(profile);
}

/** A date of the row; unreadable text is reported and left alone. */
export function readMoment(builder: RowBuilder, text: string, column: string): Moment | null {
  if (text === "") return null;
  const moment = parseMoment(text, builder.dates);
  if (!moment) builder.row.warnings.push({ code: "date_unreadable", column, value: text });
  return moment;
}

/** Adds what happened; without a date it cannot be placed, and the row says so. */
export function addTouchpoint(
  { row }: RowBuilder,
  touchpoint: Omit<ImportedTouchpoint, "occurredAt" | "details"> & {
    occurredAt: Moment | null;
    details?: ImportedTouchpoint["details"];
  },
): void {
  const { occurredAt, details = {}, ...rest } = touchpoint;
  if (occurredAt) row.touchpoints.push({ ...rest, occurredAt, details });
  else row.warnings.push({ code: "touchpoint_without_date", value: touchpoint.kind });
}

export function addSuppression({ row }: RowBuilder, suppression: ImportedSuppression): void {
  row.suppressions.push(suppression);
}

export function addConsent({ row }: RowBuilder, consent: ImportedConsent): void {
  row.consents.push(consent);
}

/** What tells this person from the others of the same source. */
export function personKey(builder: RowBuilder, who = 0): string {
  const { emails, phones, profiles, name, firstName = "", lastName = "" } = personAt(builder, who);
  const point = emails[0]?.address ?? phones[0]?.text.replace(/\D/g, "") ?? profiles[0]?.url;
  return point ?? (name ?? `${firstName} ${lastName}`.trim()).toLowerCase();
}

export function anEmptyPerson(): ImportedPerson {
  return { emails: [], phones: [], profiles: [], addresses: [], externalIds: [], tags: [], notes: [], custom: {} };
}

function anEmptyRow(line: number, part: string | null, cells: Record<string, string>): ImportedRow {
  return {
    line,
    part,
    cells,
    warnings: [],
    others: [],
    touchpoints: [],
    consents: [],
    suppressions: [],
    relationships: [],
    links: [],
  };
}

/** A company's switchboard is never a person's own line. */
function lineOf(label: string | null): Pick<ImportedPhone, "line"> {
  if (label === "mobile") return { line: "mobile" };
  if (label === "corporate") return { line: "corporate" };
  return label === "home" ? { line: "landline" } : {};
}

function isSomebody(person: ImportedPerson): boolean {
  const { name, firstName, lastName, emails, phones, profiles, externalIds } = person;
  return (
    Boolean(name || firstName || lastName) || emails.length + phones.length + profiles.length + externalIds.length > 0
  );
}

/** Chinese, Japanese and Korean names are written family name first and without a space. */
function withFullName(person: ImportedPerson): ImportedPerson {
  if (person.name || (!person.firstName && !person.lastName)) return person;
  const { prefix, firstName, middleName, lastName, suffix } = person;
  const isHan = /^\p{Script=Han}+$/u.test(`${lastName ?? ""}${firstName ?? ""}`);
  const western = [firstName, middleName, lastName].filter(Boolean).join(" ");
  person.name = isHan && !prefix && !suffix ? `${lastName ?? ""}${firstName ?? ""}` : western;
  return person;
}

/** A row that becomes nothing must not leave anything behind, but an opt-out always counts. */
function clearResults(row: ImportedRow): void {
  row.touchpoints = [];
  row.consents = [];
  row.relationships = [];
  row.links = [];
}
