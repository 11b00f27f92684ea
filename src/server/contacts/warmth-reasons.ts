import type { WarmthReason } from "#api/contacts.ts";
import { heatShares } from "#domain/temperature/heat-shares.ts";
import type { LiveRelationship, WarmthRules } from "#domain/temperature/history.ts";
import type { Context } from "#server/platform/context.ts";
import {
  readMarks,
  readMerged,
  readRelationships,
  readTouchpoints,
  withMark,
} from "#server/touchpoints/history-queries.ts";
import { readStandings, type StoredStanding } from "#server/touchpoints/read-standings.ts";

const sharesShown = 4;

type Known = {
  standing: StoredStanding | undefined;
  /** The contact and all that were merged into it. */
  members: string[];
};

export async function readStandingAndMembers(tx: Context, contactId: string): Promise<Known> {
  const [standings, merged] = await Promise.all([readStandings(tx, [contactId]), readMerged(tx.db, [contactId])]);
  return { standing: standings.get(contactId), members: [contactId, ...merged.map(({ id }) => id)] };
}

/** Why a contact is as warm as he is now, in the order in which a person would say it. */
export async function warmthReasons(
  tx: Context,
  { standing, members, rules, timeZone }: Known & { rules: WarmthRules; timeZone: string },
): Promise<WarmthReason[]> {
  if (!standing) return [];
  const [marks, unmarked, relationships] = await Promise.all([
    readMarks(tx.db, members),
    readTouchpoints(tx.db, members),
    readRelationships(tx.db, members),
  ]);
  const byTouchpoint = Map.groupBy(marks, ({ touchpointId }) => touchpointId);
  const touchpoints = unmarked.map((touchpoint) =>
    (byTouchpoint.get(touchpoint.id) ?? []).reduce(withMark, touchpoint),
  );
  const shares = heatShares({ touchpoints, timeZone }, rules, tx.now);
  const one = (code: WarmthReason["code"], id: string | null, until: Date | null): WarmthReason[] => {
    const touchpoint = touchpoints.find((each) => each.id === id);
    const isOver = !until || until <= tx.now;
    return touchpoint && !isOver
      ? [{ code, touchpointId: touchpoint.id, kind: touchpoint.kind, at: touchpoint.occurredAt, until, share: null }]
      : [];
  };
  const keeps = shares.find(({ warmUntil }) => warmUntil?.getTime() === standing.warmUntil?.getTime());
  return [
    ...one("expects_call", standing.expectationId, standing.hotUntil),
    ...one("opens_window", standing.triggerId, standing.windowClosesAt),
    ...one("keeps_warm", keeps?.touchpointId ?? null, standing.warmUntil),
    ...relationshipReasons(relationships, tx.now),
    ...shares.slice(0, sharesShown).map(({ touchpointId, kind, occurredAt: at, share }): WarmthReason => {
      return { code: "adds_heat", touchpointId, kind, at, until: null, share };
    }),
  ];
}

function relationshipReasons(relationships: readonly LiveRelationship[], now: Date): WarmthReason[] {
  return relationships
    .filter(({ startedAt, endedAt }) => startedAt <= now && (endedAt === null || endedAt > now))
    .map(({ kind, startedAt, endedAt }) => {
      return { code: "relationship", touchpointId: null, kind, at: startedAt, until: endedAt, share: null };
    });
}
