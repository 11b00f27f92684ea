import { type ClosingFacts, closedBecause } from "#domain/temperature/closing.ts";
import { deriveStanding } from "#domain/temperature/derive-standing.ts";
import type { History } from "#domain/temperature/history.ts";
import type { Db } from "#server/platform/context.ts";
import {
  type PersonRow,
  type PointOfContact,
  type RefusalRow,
  readConsents,
  readMarks,
  readMerged,
  readPoints,
  readRefusals,
  readRelationships,
  readTouchpoints,
  type TouchpointOfContact,
  withMark,
} from "#server/touchpoints/history-queries.ts";
import type { WorkspaceWarmth } from "#server/touchpoints/load-warmth-rules.ts";
import type { StandingRow } from "#server/touchpoints/queries.ts";

/** The standings that these people have by their whole histories; `people` holds no merged contact. */
export async function workOutStandings(
  db: Db,
  people: readonly PersonRow[],
  warmth: WorkspaceWarmth,
): Promise<StandingRow[]> {
  const facts = await readFacts(db, people);
  return people.map((person) => standingOf(person, facts, warmth));
}

export type Facts = {
  touchpoints: Map<string, TouchpointOfContact[]>;
  relationships: Map<string, Awaited<ReturnType<typeof readRelationships>>>;
  points: Map<string, PointOfContact[]>;
  refusals: { ofPerson: Map<string, RefusalRow[]>; ofPoint: Map<string, RefusalRow[]> };
  consents: Map<string, { givenAt: Date }[]>;
};

/** What is known of each survivor: his own rows and those of everybody merged into him. */
async function readFacts(db: Db, people: readonly PersonRow[]): Promise<Facts> {
  const survivors = people.map(({ id }) => id);
  const survivorOf = new Map((await readMerged(db, survivors)).map((row) => [row.id, row.mergedIntoId]));
  const members = [...survivors, ...survivorOf.keys()];
  const bySurvivor = <Row extends { contactId: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, ({ contactId }) => survivorOf.get(contactId) ?? contactId);

  const touchpoints = await markedTouchpoints(db, members);
  const points = await readPoints(db, members);
  const refusals = await readRefusals(
    db,
    members,
    points.map(({ value }) => value),
  );
  const said = refusals.flatMap((row) => (row.contactId ? [{ ...row, contactId: row.contactId }] : []));
  const consents = refusals.length > 0 ? await readConsents(db, members) : [];
  return {
    touchpoints: bySurvivor(touchpoints),
    relationships: bySurvivor(await readRelationships(db, members)),
    points: bySurvivor(points),
    refusals: { ofPerson: bySurvivor(said), ofPoint: Map.groupBy(refusals, ({ point }) => point ?? "") },
    consents: bySurvivor(consents),
  };
}

async function markedTouchpoints(db: Db, members: readonly string[]): Promise<TouchpointOfContact[]> {
  const touchpoints = await readTouchpoints(db, members);
  const marks = touchpoints.length > 0 ? await readMarks(db, members) : [];
  if (marks.length === 0) return touchpoints;
  const marksOf = Map.groupBy(marks, ({ touchpointId }) => touchpointId);
  return touchpoints.map((touchpoint) => (marksOf.get(touchpoint.id) ?? []).reduce(withMark, touchpoint));
}

/** The standing that follows from facts, wherever they were read. */
export function standingOf(
  person: PersonRow,
  facts: Facts,
  { rules, timeZone, country, region }: WorkspaceWarmth,
): StandingRow {
  const home = person.country ?? country;
  const history: History = {
    touchpoints: facts.touchpoints.get(person.id) ?? [],
    relationships: facts.relationships.get(person.id) ?? [],
    timeZone: person.timeZone ?? timeZone,
    place: home ? { country: home, region: (person.country ? person.region : region) ?? undefined } : undefined,
  };
  return {
    ...deriveStanding(history, rules),
    contactId: person.id,
    ownerId: person.ownerId,
    accountId: person.accountId,
    closedBecause: closedBecause(closingFacts(person, facts), history, rules),
  };
}

function closingFacts(person: PersonRow, { points, refusals, consents }: Facts): ClosingFacts {
  const own = points.get(person.id) ?? [];
  const said = (refusals.ofPerson.get(person.id) ?? []).map((row) => ({ ...row, ofPerson: true }));
  const ofPoints = own.flatMap(({ value }) =>
    (refusals.ofPoint.get(value) ?? []).map((row) => ({ ...row, ofPerson: row.contactId === null })),
  );
  const consentedAt = (consents.get(person.id) ?? []).reduce<Date | null>(
    (last, { givenAt }) => (last && last > givenAt ? last : givenAt),
    null,
  );
  return {
    withdrawn: person.state === "withdrawn",
    restricted: person.isRestricted,
    phones: own.filter(({ kind }) => kind === "phone").map(({ value }) => value),
    refusals: [...said, ...ofPoints],
    consentedAt,
  };
}
