import { sql } from "kysely";
import type { WarmthReason } from "#api/contacts.ts";
import { heatShares } from "#domain/temperature/heat-shares.ts";
import type { Context } from "#server/platform/context.ts";
import {
  readMarks,
  readMerged,
  readRelationships,
  readTouchpoints,
  withMark,
} from "#server/touchpoints/history-queries.ts";
import { loadWorkspaceWarmth } from "#server/touchpoints/load-warmth-rules.ts";
import { readStandings } from "#server/touchpoints/read-standings.ts";

const sharesShown = 4;

/** Why a contact is as warm as he is now, in the order in which a person would say it. */
export async function warmthReasons(tx: Context, contactId: string): Promise<WarmthReason[]> {
  const standing = (await readStandings(tx, [contactId])).get(contactId);
  if (!standing) return [];
  const { rules, timeZone } = await loadWorkspaceWarmth(tx);
  const members = [contactId, ...(await readMerged(tx.db, [contactId])).map(({ id }) => id)];
  const marks = Map.groupBy(await readMarks(tx.db, members), ({ touchpointId }) => touchpointId);
  const touchpoints = (await readTouchpoints(tx.db, members)).map((touchpoint) =>
    (marks.get(touchpoint.id) ?? []).reduce(withMark, touchpoint),
  );
  const zone = (await zoneOf(tx, contactId)) ?? timeZone;
  const shares = heatShares({ touchpoints, timeZone: zone }, rules, tx.now);
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
    ...(await relationshipReasons(tx, members)),
    ...shares.slice(0, sharesShown).map(({ touchpointId, kind, occurredAt: at, share }): WarmthReason => {
      return { code: "adds_heat", touchpointId, kind, at, until: null, share };
    }),
  ];
}

async function relationshipReasons(tx: Context, members: readonly string[]): Promise<WarmthReason[]> {
  const relationships = await readRelationships(tx.db, members);
  return relationships
    .filter(({ startedAt, endedAt }) => startedAt <= tx.now && (endedAt === null || endedAt > tx.now))
    .map(({ kind, startedAt, endedAt }) => {
      return { code: "relationship", touchpointId: null, kind, at: startedAt, until: endedAt, share: null };
    });
}

async function zoneOf(tx: Context, contactId: string): Promise<string | null> {
  const { rows } = await sql<{ zone: string | null }>`
    select time_zone as zone from contacts
    where workspace_id = ${tx.actor.workspaceId}::uuid and id = ${contactId}::uuid`.execute(tx.db.withoutPlugins());
  return rows[0]?.zone ?? null;
}
