import { consentOfRequest, noAsFact, relationshipOf } from "#domain/gate/request-facts.ts";
import {
  type Consent,
  type GateRequest,
  type Listing,
  type PastAttempt,
  type Refusal,
  type Relationship,
  relationshipKinds,
} from "#domain/gate/types.ts";
import type {
  StoredFact,
  StoredPerson,
  StoredPoint,
  StoredRelationship,
  TieDetails,
} from "#server/compliance/gate-fact-queries.ts";
import type { GateWorkspace, PersonFacts } from "#server/compliance/gate-facts.ts";
import { purposeOf } from "#server/compliance/purpose-of.ts";

type Told = {
  relationships: Relationship[];
  consents: Consent[];
  refusals: Refusal[];
  listings: Listing[];
  attempts: PastAttempt[];
};

/** Everything that is on record of a person, as the gate reads it before this number is used. */
export function whatIsTold(
  workspace: GateWorkspace,
  known: PersonFacts & { phone: StoredPoint },
): Told & Pick<GateRequest, "openPurpose" | "override"> {
  const told: Told = { relationships: [], consents: [], refusals: [], listings: [], attempts: [] };
  for (const row of known.facts) {
    if (row.fact === "refusal") addRefusal(row, known, told);
    else if (row.fact === "consent") told.consents.push(consentOf(row.data, workspace));
    else if (row.fact === "relationship") addRelationship(row.data, told);
    else if (row.fact === "touchpoint") addTouchpoint(row.data, workspace, told);
    else if (row.fact === "attempt") told.attempts.push(attemptOf(row.data));
  }
  return { ...told, ...present({ openPurpose: openPurposeOf(known.facts), override: overrideOf(known.facts) }) };
}

/**
 * "Wrong person" and a register's entry speak of one number. What another person said with this number closes the
 * number; every other word is the person's own, on all numbers.
 */
function addRefusal(
  { data, point, contactId }: StoredFact & { fact: "refusal" },
  { person, phone }: { person: StoredPerson; phone: StoredPoint },
  { refusals, listings }: Told,
): void {
  const isOwn = contactId !== null && person.members.includes(contactId);
  const isThisNumber = point === phone.value;
  if (data.kind === "wrong_person") return;
  if (contactId !== null && !isOwn && !isThisNumber) return;
  if (data.kind === "list" && point !== null && !isThisNumber) return;
  const no = noAsFact({ ...data, saidAt: data.at });
  refusals.push(...no.refusals);
  listings.push(...no.listings);
}

/** Where nothing is known of what the words named, they named us and no more. */
function consentOf(data: (StoredFact & { fact: "consent" })["data"], { workspace }: GateWorkspace): Consent {
  const { channels, form, givenBy, givenAt, evidence, purpose, names, ...rest } = data;
  return {
    channels,
    form,
    givenBy,
    givenAt,
    evidence,
    names: names ?? ["seller"],
    // "marketing" stands for whatever this workspace wants of people.
    purpose: purpose === "marketing" ? purposeOf[workspace.preset] : purpose,
    ...present(rest),
  };
}

function addRelationship({ kind: stored, at, ...rest }: StoredRelationship, { relationships }: Told): void {
  const kind = relationshipKinds.find((each) => each === stored);
  if (kind) relationships.push({ kind, at, ...present(rest) });
}

function addTouchpoint(
  { id, kind: slug, at, details }: { id: string; kind: string; at: string; details: TieDetails | null },
  { kinds }: GateWorkspace,
  { relationships, consents }: Told,
): void {
  const kind = kinds.get(slug);
  if (!kind) return;
  const relationship = relationshipOf(kind, at);
  if (relationship) relationships.push({ ...relationship, ...present(details ?? {}) });
  const consent = consentOfRequest(kind, at, id);
  if (consent) consents.push(consent);
}

function attemptOf({ channel, at, ...rest }: (StoredFact & { fact: "attempt" })["data"]): PastAttempt {
  return { channel, at, ...present(rest) };
}

/** What the oldest open plan pursues; another purpose waits for it. */
export function openPurposeOf(facts: readonly StoredFact[]): string | null {
  const plans = facts.flatMap(({ fact, data }) => (fact === "plan" ? data : []));
  return oldestFirst(plans)[0]?.subject ?? null;
}

/** The newest of the exceptions that two people have agreed on. */
function overrideOf(facts: readonly StoredFact[]): GateRequest["override"] | null {
  const agreed = facts.flatMap(({ fact, data }) => (fact === "override" ? data : []));
  const newest = oldestFirst(agreed).at(-1);
  if (!newest) return null;
  const { rule, by, approvedBy, reason } = newest;
  return { rule, by, approvedBy, reason };
}

function oldestFirst<Row extends { at: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

type Present<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** Without the fields that are null: to the gate, absent is what is not known. */
export function present<Fields extends Record<string, unknown>>(fields: Fields): Present<Fields> {
  const known = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as Present<Fields>;
}
