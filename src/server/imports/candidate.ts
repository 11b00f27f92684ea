import type { RowReason } from "#api/imports.ts";
import { profileKey } from "#domain/contacts/points.ts";
import { countryOfName } from "#domain/country-names.ts";
import { parsePhone } from "#domain/phones.ts";
import { isValidTimeZone } from "#domain/time.ts";
import { type ImportedFields, valueOfField } from "#server/imports/imported-fields.ts";
import type { ImportedAddress, ImportedPerson } from "#server/imports/imported-row.ts";

export type PointKind = "phone" | "email" | "profile" | "postal";
export type Line = "mobile" | "landline" | "voip" | "corporate";

export type CandidatePoint = {
  kind: PointKind;
  value: string;
  original: string;
  extension: string | null;
  label: string | null;
  line: Line | null;
  country: string | null;
};

/** A person of a row in the form in which contacts are stored and compared; nothing is known yet of who it is. */
export type CandidateFacts = {
  fullName: string;
  /** Whether the file gave a name; else `fullName` is an address or a number, to have something to show. */
  isNamed: boolean;
  givenName: string | null;
  familyName: string | null;
  jobTitle: string | null;
  language: string | null;
  company: string | null;
  audience: string | null;
  timeZone: string | null;
  country: string | null;
  region: string | null;
  place: string | null;
  postalCode: string | null;
  placeBasis: "address" | "stated" | null;
  provenance: "self" | "list";
  notes: string | null;
  tags: string[];
  custom: Record<string, string | number | boolean>;
  externalIds: string[];
  ownerId: string | null;
  points: CandidatePoint[];
  warnings: RowReason[];
};

/** What holds for every row of an import. */
export type CandidateRules = {
  audience: string | null;
  country: string | null;
  /** User by email address, for the owners that rows name. */
  owners: ReadonlyMap<string, string>;
  defaultOwnerId: string | null;
  fieldOf: ImportedFields["fieldOf"];
};

const nameLengthMax = 300;
const notesLengthMax = 20_000;
const valueLengthMax = 500;
const customLengthMax = 1000;

export function candidateOf(person: ImportedPerson, rules: CandidateRules): CandidateFacts | null {
  const warnings: RowReason[] = [];
  const address = person.addresses[0];
  const country = (address?.country && countryOfName(address.country)) || null;
  const points = [
    ...person.emails.map(({ address: value, label }) => point("email", value.toLowerCase(), value, label)),
    ...phonePoints(person, country ?? rules.country, warnings),
    ...person.profiles.map(({ url, network }) => point("profile", profileKey(url), url, network)),
    ...person.addresses.flatMap(postalPoint),
  ];
  const name = clip(person.name?.trim() ?? "", nameLengthMax);
  const externalIds = person.externalIds.map(({ system, id }) => `${system}:${id}`);
  // A task or a deal may name its person only by another system's key; the name comes with that system's contacts.
  const fullName = name || nameless(points, externalIds);
  if (!fullName) return null;
  return {
    fullName,
    isNamed: name !== "",
    givenName: orNull(person.firstName),
    familyName: orNull(person.lastName),
    jobTitle: orNull(person.jobTitle),
    language: orNull(person.language),
    company: orNull(person.company, nameLengthMax),
    audience: person.audience ?? rules.audience,
    timeZone: person.timeZone && isValidTimeZone(person.timeZone) ? person.timeZone : null,
    country,
    region: orNull(address?.region),
    place: orNull(address?.city),
    postalCode: orNull(address?.postalCode),
    placeBasis: address && (country || address.region) ? "address" : null,
    provenance: person.provenance ?? "self",
    notes: orNull(person.notes.join("\n\n"), notesLengthMax),
    tags: [...new Set(person.tags)],
    custom: customOf(person, rules, warnings),
    externalIds,
    ownerId: (person.ownerEmail && rules.owners.get(person.ownerEmail.toLowerCase())) || rules.defaultOwnerId,
    points: distinct(points),
    warnings,
  };
}

function phonePoints(person: ImportedPerson, country: string | null, warnings: RowReason[]): CandidatePoint[] {
  return person.phones.flatMap(({ text, label, line, column }) => {
    const phone = parsePhone(text, country);
    if ("refused" in phone) {
      const where = column ?? label;
      warnings.push({ code: `phone_${phone.refused}`, value: text, ...(where ? { column: where } : {}) });
      return [];
    }
    const known = line ?? (phone.line === "unknown" ? null : phone.line);
    return [
      { ...point("phone", phone.e164, text, label), extension: phone.extension, line: known, country: phone.country },
    ];
  });
}

function postalPoint(address: ImportedAddress): CandidatePoint[] {
  if (!address.street) return [];
  const { street, city, region, postalCode, country } = address;
  const text = [street, postalCode, city, region, country].filter(Boolean).join(", ");
  return [point("postal", clip(text, valueLengthMax), text, address.label)];
}

function point(kind: PointKind, value: string, original: string, label: string | null): CandidatePoint {
  return { kind, value, original: clip(original, valueLengthMax), extension: null, label, line: null, country: null };
}

function nameless(points: readonly CandidatePoint[], externalIds: readonly string[]): string {
  const shown = ["email", "phone", "profile"].map((kind) => points.find((each) => each.kind === kind)?.value);
  return shown.find(Boolean) ?? clip(externalIds[0] ?? "", nameLengthMax);
}

function distinct(points: CandidatePoint[]): CandidatePoint[] {
  const seen = new Set<string>();
  return points.filter(({ kind, value }) => {
    const key = `${kind} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
}

function customOf(
  person: ImportedPerson,
  { fieldOf }: CandidateRules,
  warnings: RowReason[],
): Record<string, string | number | boolean> {
  const { department, birthday, custom } = person;
  const values: Record<string, string | number | boolean> = {};
  for (const [column, text] of Object.entries({ ...custom, department, birthday })) {
    if (!text) continue;
    const field = fieldOf(column);
    const value = valueOfField(field, clip(text, customLengthMax));
    if (value === undefined) warnings.push({ code: "custom_value_unfit", column, value: text });
    else values[field.key] ??= value;
  }
  return values;
}

function orNull(text: string | undefined, lengthMax = valueLengthMax): string | null {
  return clip(text?.trim() ?? "", lengthMax) || null;
}

function clip(text: string, lengthMax: number): string {
  return text.length > lengthMax ? text.slice(0, lengthMax) : text;
}
