import type { Context } from "#server/platform/context.ts";
import { type Columns, insertMany } from "#server/platform/insert-many.ts";
import {
  type PersonRow,
  type PointOfContact,
  readRefusals,
  type TouchpointOfContact,
} from "#server/touchpoints/history-queries.ts";
import type { WorkspaceWarmth } from "#server/touchpoints/load-warmth-rules.ts";
import type { StandingRow } from "#server/touchpoints/queries.ts";
import { type Facts, standingOf } from "#server/touchpoints/work-out-standings.ts";

/** Somebody whom this transaction has just created, with all that it has written of him. */
export type Newcomer = {
  person: PersonRow;
  touchpoints: TouchpointOfContact[];
  points: PointOfContact[];
};

type Row = StandingRow & { workspaceId: string };

const columns: Columns<Row> = {
  workspaceId: "uuid",
  contactId: "uuid",
  ownerId: "uuid",
  accountId: "uuid",
  hotFrom: "timestamptz",
  hotUntil: "timestamptz",
  warmUntil: "timestamptz",
  heatLog: "double precision",
  triggerId: "uuid",
  expectationId: "uuid",
  windowOpensAt: "timestamptz",
  windowClosesAt: "timestamptz",
  lastTouchAt: "timestamptz",
  closedBecause: "text",
};

/**
 * The standings of newcomers who have touchpoints and points and nothing else, from memory: `refreshStandings` would
 * read back what has just been written. Answers those whose numbers or addresses somebody has refused: theirs must be
 * refreshed.
 */
export async function insertStandings(
  tx: Context,
  newcomers: readonly Newcomer[],
  warmth: WorkspaceWarmth,
): Promise<Set<string>> {
  if (newcomers.length === 0) return new Set();
  const facts: Facts = {
    touchpoints: new Map(newcomers.map(({ person, touchpoints }) => [person.id, touchpoints])),
    points: new Map(newcomers.map(({ person, points }) => [person.id, points])),
    relationships: new Map(),
    refusals: { ofPerson: new Map(), ofPoint: new Map() },
    consents: new Map(),
  };
  const { workspaceId } = tx.actor;
  const rows = newcomers.map(({ person }): Row => ({ ...standingOf(person, facts, warmth), workspaceId }));
  const owners = newcomers.flatMap(({ points }) => points);
  const values = owners.map(({ value }) => value);
  const [refusals] = await Promise.all([
    readRefusals(tx.db, [], values),
    insertMany(tx.db, "standings", columns, rows),
  ]);
  const refused = new Set(refusals.map(({ point }) => point));
  return new Set(owners.filter(({ value }) => refused.has(value)).map(({ contactId }) => contactId));
}
