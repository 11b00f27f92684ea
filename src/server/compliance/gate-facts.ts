import type { Workspace } from "#api/settings.ts";
import { hoursAfter } from "#domain/time.ts";
import type { KindTable } from "#domain/touchpoints/kinds.ts";
import {
  readGateFacts,
  readPeopleToCall,
  type StoredFact,
  type StoredPerson,
  type StoredPoint,
} from "#server/compliance/gate-fact-queries.ts";
import { listingsOf, type OnLists } from "#server/number-lists/listings-of.ts";
import type { Context } from "#server/platform/context.ts";

/** "Not now" closes for ninety days; no cap of a law looks back further. */
const attemptHours = 90 * 24;

/** A person with all that the gate weighs; `lists` says of each number which do-not-call lists it is on. */
export type PersonFacts = { person: StoredPerson; facts: StoredFact[]; lists: ReadonlyMap<string, OnLists> };

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
  const points = people.flatMap((person) => person.points.filter(isReachable));
  const numbers = points.filter(({ kind }) => kind === "phone").map(({ value }) => value);
  const wanted = {
    members: people.flatMap(({ members }) => members),
    points: [...new Set(points.map(({ value }) => value))],
    gateKinds: [...kinds.values()].filter(({ gateRelationship }) => gateRelationship !== null).map(({ slug }) => slug),
    attemptsSince: hoursAfter(tx.now, -attemptHours),
  };
  const [lists, rows] = await Promise.all([listingsOf(tx, numbers), readGateFacts(tx, wanted)]);
  const { ofContact, ofPoint, conditions } = sortFacts(rows);
  return new Map(
    people.map((person) => {
      const { id, members } = person;
      const own = members.flatMap((member) => ofContact.get(member) ?? []);
      const ofPoints = person.points
        .flatMap((point) => (isReachable(point) ? (ofPoint.get(point.value) ?? []) : []))
        .filter(({ contactId }) => !contactId || !members.includes(contactId));
      return [id, { person, facts: [...own, ...ofPoints, ...conditions], lists }];
    }),
  );
}

/** What is on record of each contact, what was said with each number and address, and what holds for everybody. */
function sortFacts(rows: readonly StoredFact[]) {
  const ofContact = new Map<string, StoredFact[]>();
  const ofPoint = new Map<string, StoredFact[]>();
  const conditions: StoredFact[] = [];
  for (const row of rows) {
    const { contactId, point, fact } = row;
    if (fact === "condition") conditions.push(row);
    if (contactId !== null) addTo(ofContact, contactId, row);
    if (fact === "refusal" && point !== null) addTo(ofPoint, point, row);
  }
  return { ofContact, ofPoint, conditions };
}

function addTo(lists: Map<string, StoredFact[]>, key: string, row: StoredFact): void {
  const list = lists.get(key);
  if (list) list.push(row);
  else lists.set(key, [row]);
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
