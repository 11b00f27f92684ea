import { randomUUIDv7 } from "node:crypto";
import type { RowReason } from "#api/imports.ts";
import type { PersonKeys } from "#domain/contacts/match-person.ts";
import { companyKey, isSameName, isStandInName } from "#domain/contacts/names.ts";
import type { PersonFields, StoredPerson } from "#server/contacts/load-stored-people.ts";
import type { CandidateFacts, CandidatePoint } from "#server/imports/candidate.ts";

/** A contact while a batch is being planned: what it is now, and what this batch makes of it. */
export type PersonState = {
  id: string;
  isNew: boolean;
  /** Whether it is within reach of the person who imports; what others own keeps its values. */
  isWithinReach: boolean;
  mayOverwrite: boolean;
  seenAt: Date | null;
  fields: PersonFields;
  before: PersonFields | null;
  pointKeys: Set<string>;
  newPoints: CandidatePoint[];
};

export function newPerson(candidate: CandidateFacts): PersonState {
  const { points } = candidate;
  return {
    id: randomUUIDv7(),
    isNew: true,
    isWithinReach: true,
    mayOverwrite: false,
    seenAt: null,
    fields: fieldsOf(candidate),
    before: null,
    pointKeys: new Set(points.map(pointKey)),
    newPoints: [...points],
  };
}

// Named one by one: to take all but a few of an object's properties costs as much as reading the row.
function fieldsOf(candidate: CandidateFacts): PersonFields {
  return {
    ownerId: candidate.ownerId,
    company: candidate.company,
    fullName: candidate.fullName,
    givenName: candidate.givenName,
    familyName: candidate.familyName,
    jobTitle: candidate.jobTitle,
    language: candidate.language,
    audience: candidate.audience,
    timeZone: candidate.timeZone,
    country: candidate.country,
    region: candidate.region,
    place: candidate.place,
    postalCode: candidate.postalCode,
    placeBasis: candidate.placeBasis,
    provenance: candidate.provenance,
    notes: candidate.notes,
    tags: candidate.tags,
    custom: candidate.custom,
    externalIds: candidate.externalIds,
  };
}

export function storedPerson(stored: StoredPerson, format: string, isWithinReach: boolean): PersonState {
  const { id, points, updatedAt, writtenBy, accountId: _accountId, ...fields } = stored;
  return {
    id,
    isNew: false,
    isWithinReach,
    mayOverwrite: writtenBy === format,
    seenAt: updatedAt,
    fields: { ...fields },
    before: fields,
    pointKeys: new Set(points.map(pointKey)),
    newPoints: [],
  };
}

export function pointKey({ kind, value }: { kind: string; value: string }): string {
  return `${kind} ${value}`;
}

export function keysOf(person: Pick<CandidateFacts, "fullName" | "company" | "externalIds" | "points">): PersonKeys {
  const values = (kind: string) => person.points.filter((point) => point.kind === kind).map(({ value }) => value);
  return {
    name: person.fullName,
    company: person.company,
    emails: values("email"),
    phones: values("phone"),
    profiles: values("profile"),
    externalIds: person.externalIds,
  };
}

/**
 * Puts into a contact what a row says and it does not say yet. Blanks never overwrite; a value is replaced only where
 * it came from the same system; what a person typed stays, with a warning. True where anything changed.
 */
export function absorb(person: PersonState, candidate: CandidateFacts, warnings: RowReason[]): boolean {
  if (!person.isWithinReach) return false;
  const changes = [
    absorbName(person, candidate, warnings),
    absorbValues(person, candidate, warnings),
    absorbPlace(person, candidate),
    absorbSets(person, candidate),
  ];
  return changes.includes(true);
}

function absorbName(person: PersonState, candidate: CandidateFacts, warnings: RowReason[]): boolean {
  const { fields } = person;
  if (!candidate.isNamed || isSameName(fields.fullName, candidate.fullName)) return false;
  if (!isStandInName(fields.fullName) && !person.mayOverwrite) {
    warnings.push({ code: "kept_own_value", column: "name", value: candidate.fullName });
    return false;
  }
  const { fullName, givenName, familyName } = candidate;
  Object.assign(fields, { fullName, givenName, familyName });
  return true;
}

const values = ["givenName", "familyName", "jobTitle", "company", "language", "timeZone", "audience", "notes"] as const;
const neverOverwritten: ReadonlySet<string> = new Set(["givenName", "familyName", "audience", "notes"]);

function absorbValues(person: PersonState, candidate: CandidateFacts, warnings: RowReason[]): boolean {
  let isChanged = false;
  for (const name of values) {
    const [now, wanted] = [person.fields[name], candidate[name]];
    if (!wanted || isSameValue(name, now, wanted)) continue;
    if (now && (neverOverwritten.has(name) || !person.mayOverwrite)) {
      if (!neverOverwritten.has(name)) warnings.push({ code: "kept_own_value", column: name, value: wanted });
      continue;
    }
    person.fields[name] = wanted;
    isChanged = true;
  }
  if (!person.fields.ownerId && candidate.ownerId) {
    person.fields.ownerId = candidate.ownerId;
    isChanged = true;
  }
  return isChanged;
}

function isSameValue(name: string, now: string | null, wanted: string): boolean {
  return now === wanted || (name === "company" && now !== null && companyKey(now) === companyKey(wanted));
}

/** The parts of a place belong together: half of an old address and half of a new one is nowhere. */
function absorbPlace({ fields, mayOverwrite }: PersonState, candidate: CandidateFacts): boolean {
  const { country, region, place, postalCode, placeBasis } = candidate;
  if (!country && !region && !place && !postalCode) return false;
  const isKnown = Boolean(fields.country || fields.region || fields.place || fields.postalCode);
  if (isKnown && !(mayOverwrite && placeBasis === "address")) return false;
  const wanted = { country, region, place, postalCode, placeBasis };
  const isSame = Object.entries(wanted).every(([name, value]) => fields[name as keyof typeof wanted] === value);
  if (!isSame) Object.assign(fields, wanted);
  return !isSame;
}

function absorbSets(person: PersonState, candidate: CandidateFacts): boolean {
  const { fields, pointKeys, newPoints } = person;
  const tags = candidate.tags.filter((tag) => !fields.tags.includes(tag));
  const externalIds = candidate.externalIds.filter((id) => !fields.externalIds.includes(id));
  const custom = Object.entries(candidate.custom).filter(
    ([name, value]) => fields.custom[name] !== value && (fields.custom[name] === undefined || person.mayOverwrite),
  );
  const points = candidate.points.filter((point) => !pointKeys.has(pointKey(point)));

  if (tags.length > 0) fields.tags = [...fields.tags, ...tags];
  if (externalIds.length > 0) fields.externalIds = [...fields.externalIds, ...externalIds];
  if (custom.length > 0) fields.custom = { ...fields.custom, ...Object.fromEntries(custom) };
  for (const point of points) pointKeys.add(pointKey(point));
  newPoints.push(...points);
  return tags.length + externalIds.length + custom.length + points.length > 0;
}
