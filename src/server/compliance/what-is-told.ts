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
  conditions: NonNullable<GateRequest["conditions"]>;
} & Pick<GateRequest, "openPurpose" | "override">;

/** Everything that is on record of a person, as the gate reads it before this number is used. */
export function whatIsTold(workspace: GateWorkspace, known: PersonFacts & { phone: StoredPoint }): Told {
  const told: Told = { relationships: [], consents: [], refusals: [], listings: [], attempts: [], conditions: [] };
  for (const row of known.facts) tell(told, row, workspace, known);
  const [openPurpose, override] = [openPurposeOf(known.facts), overrideOf(known.facts)];
  if (openPurpose !== null) told.openPurpose = openPurpose;
  if (override) told.override = override;
  return told;
}

type Known = { person: StoredPerson; phone: StoredPoint };

function tell(told: Told, row: StoredFact, workspace: GateWorkspace, known: Known): void {
  if (row.fact === "refusal") addRefusal(row, known, told);
  else if (row.fact === "consent") told.consents.push(consentOf(row.data, workspace));
  else if (row.fact === "relationship") addRelationship(row.data, told);
  else if (row.fact === "touchpoint") addTouchpoint(row.data, workspace, told);
  else if (row.fact === "attempt") told.attempts.push(attemptOf(row.data));
  else if (row.fact === "condition") told.conditions.push(row.data);
}

/**
 * "Wrong person" and a register's entry speak of one number. What another person said with this number closes the
 * number; every other word is the person's own, on all numbers.
 */
function addRefusal(
  { data, point, contactId }: StoredFact & { fact: "refusal" },
  { person, phone }: Known,
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
  let oldest: { subject: string; at: string } | undefined;
  for (const { fact, data } of facts) if (fact === "plan" && !(oldest && isBefore(oldest, data))) oldest = data;
  return oldest?.subject ?? null;
}

/** The newest of the exceptions that two people have agreed on. */
function overrideOf(facts: readonly StoredFact[]): GateRequest["override"] {
  let newest: (StoredFact & { fact: "override" })["data"] | undefined;
  for (const { fact, data } of facts) if (fact === "override" && !(newest && isBefore(data, newest))) newest = data;
  if (!newest) return undefined;
  const { rule, by, approvedBy, reason } = newest;
  return { rule, by, approvedBy, reason };
}

function isBefore(one: { at: string }, other: { at: string }): boolean {
  return Date.parse(one.at) < Date.parse(other.at);
}

type Present<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** Without the fields that are null: to the gate, absent is what is not known. */
export function present<Fields extends Record<string, unknown>>(fields: Fields): Present<Fields> {
  const known: Record<string, unknown> = {};
  for (const name in fields) if (fields[name] !== null && fields[name] !== undefined) known[name] = fields[name];
  return known as Present<Fields>;
}
