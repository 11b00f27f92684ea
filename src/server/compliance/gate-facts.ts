import type { Preset, Workspace } from "#api/settings.ts";
import { consentOfRequest, noAsFact, relationshipOf } from "#domain/gate/request-facts.ts";
import type { Consent, GateRequest, Listing, Purpose, Refusal, Relationship } from "#domain/gate/types.ts";
import { relationshipKinds } from "#domain/gate/types.ts";
import { locationsFor } from "#domain/places.ts";
import { hoursAfter } from "#domain/time.ts";
import type { KindTable } from "#domain/touchpoints/kinds.ts";
import {
  readGateFacts,
  readPeopleToCall,
  type StoredFact,
  type StoredPerson,
  type StoredPoint,
} from "#server/compliance/gate-fact-queries.ts";
import type { Context } from "#server/platform/context.ts";

/** The longest cap that our own policy counts: three attempts in seven days. */
const attemptHours = 7 * 24;

/** A person with all that the gate weighs. */
export type PersonFacts = { person: StoredPerson; facts: StoredFact[] };

/** What the workspace is to the gate. */
export type GateWorkspace = { workspace: Workspace; kinds: KindTable };

/** Loads the facts of any number of contacts in two statements; those that are not active are left out. */
export async function loadGateFacts(
  tx: Context,
  workspace: GateWorkspace,
  contactIds: readonly string[],
): Promise<Map<string, PersonFacts>> {
  return withGateFacts(tx, workspace, await readPeopleToCall(tx, contactIds));
}

export async function withGateFacts(
  tx: Context,
  { kinds }: GateWorkspace,
  people: readonly StoredPerson[],
): Promise<Map<string, PersonFacts>> {
  const rows = await readGateFacts(tx, {
    members: people.flatMap(({ members }) => members),
    points: [...new Set(people.flatMap(({ points }) => points.filter(isReachable).map(({ value }) => value)))],
    gateKinds: [...kinds.values()].filter(({ gateRelationship }) => gateRelationship !== null).map(({ slug }) => slug),
    attemptsSince: hoursAfter(tx.now, -attemptHours),
  });
  const byContact = Map.groupBy(rows, ({ contactId }) => contactId ?? "");
  const byPoint = Map.groupBy(rows, ({ fact, point }) => (fact === "refusal" ? (point ?? "") : ""));
  return new Map(
    people.map((person) => {
      const own = person.members.flatMap((id) => byContact.get(id) ?? []);
      const ofPoints = person.points
        .filter(isReachable)
        .flatMap(({ value }) => byPoint.get(value) ?? [])
        .filter(({ contactId }) => !contactId || !person.members.includes(contactId));
      return [person.id, { person, facts: [...own, ...ofPoints] }];
    }),
  );
}

function isReachable({ kind, state }: StoredPoint): boolean {
  return state === "active" && (kind === "phone" || kind === "email");
}

/** The numbers that may be tried: not those that turned out to be somebody else's. */
export function phonesToCall({ person, facts }: PersonFacts): StoredPoint[] {
  const wrong = new Set(
    facts.flatMap(({ fact, data, point, contactId }) =>
      fact === "refusal" && data.kind === "wrong_person" && (!contactId || person.members.includes(contactId))
        ? [point]
        : [],
    ),
  );
  return person.points.filter(({ kind, state, value }) => kind === "phone" && state === "active" && !wrong.has(value));
}

/** What the gate is asked before this number of this person is dialled. */
export function gateRequestFor(
  { workspace }: Pick<GateWorkspace, "workspace">,
  known: PersonFacts & { phone: StoredPoint; isWarm: boolean; kinds: KindTable },
  at: Date,
): GateRequest {
  const { person, phone, isWarm } = known;
  const { settings } = workspace;
  return {
    at: at.toISOString(),
    attempt: { channel: "call", technology: "manual", purpose: purposeOf[workspace.preset] },
    seller: {
      name: settings.sellerName || workspace.name,
      country: workspace.country ?? "",
      ...(workspace.region ? { region: workspace.region } : {}),
      sector: settings.sector,
      registrations: settings.registrations,
    },
    contact: {
      ...(person.audience ? { audience: person.audience } : {}),
      locations: locationsFor(placeOf(person, phone)),
      phone: { e164: phone.value, ...(phone.line ? { line: phone.line } : {}) },
      source: { kind: person.provenance, obtainedAt: person.createdAt.toISOString() },
    },
    ...told(known),
    // A verified touchpoint of a kind that is no relationship to the law warms all the same; our own rule follows it.
    policy: { allowCold: settings.allowCold || isWarm },
  };
}

const purposeOf: Record<Preset, Purpose> = {
  b2b_software: "marketing",
  financial_services: "marketing",
  real_estate: "marketing",
  recruiting: "recruiting",
  nonprofit: "fundraising",
  professional_services: "marketing",
};

function placeOf({ country, region, place, timeZone, placeBasis }: StoredPerson, phone: StoredPoint) {
  const phones = [phone.value];
  if (placeBasis === "number") return { phones, timeZone };
  return { phones, country, region, place, timeZone, ...(placeBasis ? { basis: placeBasis } : {}) };
}

function told(known: PersonFacts & { phone: StoredPoint; kinds: KindTable }) {
  const consents: Consent[] = [];
  const relationships: Relationship[] = [];
  const refusals: Refusal[] = [];
  const listings: Listing[] = [];
  const attempts: NonNullable<GateRequest["attempts"]> = [];
  for (const row of known.facts) {
    if (row.fact === "refusal") addRefusal(row, known, refusals, listings);
    else if (row.fact === "consent") consents.push(consentOf(row.data));
    else if (row.fact === "relationship") addRelationship(row.data, relationships);
    else if (row.fact === "touchpoint") addTouchpoint(row.data, known.kinds, relationships, consents);
    else attempts.push({ channel: row.data.channel, at: row.data.at, ...present({ outcome: row.data.outcome }) });
  }
  return { relationships, consents, refusals, listings, attempts };
}

/**
 * "Wrong person" and a register's entry speak of one number. What another person said with this number closes the
 * number; every other word is the person's own, on all numbers.
 */
function addRefusal(
  { data, point, contactId }: StoredFact & { fact: "refusal" },
  { person, phone }: { person: StoredPerson; phone: StoredPoint },
  refusals: Refusal[],
  listings: Listing[],
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

function consentOf({ point, expiresAt, withdrawnAt, ...rest }: (StoredFact & { fact: "consent" })["data"]): Consent {
  return { ...rest, names: ["seller"], ...present({ point, expiresAt, withdrawnAt }) };
}

function addRelationship(
  data: { kind: string; at: string; endedAt: string | null },
  relationships: Relationship[],
): void {
  const kind = relationshipKinds.find((each) => each === data.kind);
  if (kind) relationships.push({ kind, at: data.at, ...present({ endedAt: data.endedAt }) });
}

function addTouchpoint(
  { id, kind: slug, at }: { id: string; kind: string; at: string },
  kinds: KindTable,
  relationships: Relationship[],
  consents: Consent[],
): void {
  const kind = kinds.get(slug);
  if (!kind) return;
  const relationship = relationshipOf(kind, at);
  if (relationship) relationships.push(relationship);
  const consent = consentOfRequest(kind, at, id);
  if (consent) consents.push(consent);
}

type Present<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** Without the fields that are null: to the gate, absent is what is not known. */
function present<Fields extends Record<string, unknown>>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Present<Fields>;
}
