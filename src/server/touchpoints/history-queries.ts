import { sql } from "kysely";
import type { StandingRefusal } from "#domain/temperature/closing.ts";
import type { HistoryTouchpoint, LiveRelationship } from "#domain/temperature/history.ts";
import { type Verification, verifications } from "#domain/touchpoints/kinds.ts";
import type { Db } from "#server/platform/context.ts";

/* Sets of up to a few thousand contacts. The columns are named in place: mapping 100,000 rows' names costs seconds. */

export type PersonRow = {
  id: string;
  mergedIntoId: string | null;
  state: string;
  ownerId: string | null;
  accountId: string | null;
  timeZone: string | null;
  country: string | null;
  region: string | null;
  isRestricted: boolean;
};

/**
 * Locks contacts, so that two transactions that add to one history are judged one after the other. Rows that this
 * transaction has just written need no lock: nobody else can see them, and an import would write each of them twice.
 */
export async function lockPeople(db: Db, ids: readonly string[]): Promise<PersonRow[]> {
  await sql`select from contacts c
    where c.id = any(${ids}::uuid[]) and c.xmin <> (select pg_current_xact_id()::xid)
    order by c.id for no key update`.execute(db.withoutPlugins());
  return readPeople(db, ids);
}

export async function readPeople(db: Db, ids: readonly string[]): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select id, merged_into_id as "mergedIntoId", state, owner_id as "ownerId", account_id as "accountId",
      time_zone as "timeZone", country, region, restricted_at is not null as "isRestricted"
    from contacts where id = any(${ids}::uuid[])`.execute(db.withoutPlugins());
  return rows;
}

/** The contacts that were merged into these. */
export async function readMerged(db: Db, ids: readonly string[]): Promise<{ id: string; mergedIntoId: string }[]> {
  const { rows } = await sql<{ id: string; mergedIntoId: string }>`
    select id, merged_into_id as "mergedIntoId" from contacts
    where merged_into_id = any(${ids}::uuid[])`.execute(db.withoutPlugins());
  return rows;
}

export type TouchpointOfContact = HistoryTouchpoint & { contactId: string };

export async function readTouchpoints(db: Db, contactIds: readonly string[]): Promise<TouchpointOfContact[]> {
  const { rows } = await sql<TouchpointOfContact>`
    select id, contact_id as "contactId", kind, occurred_at as "occurredAt", verification, scheduled_at as "endsAt"
    from touchpoints where contact_id = any(${contactIds}::uuid[])`.execute(db.withoutPlugins());
  return rows;
}

type Mark = "documented" | "confirmed" | "fulfilled" | "retracted";
export type MarkOfTouchpoint = { touchpointId: string; mark: Mark; markedAt: Date };

export async function readMarks(db: Db, contactIds: readonly string[]): Promise<MarkOfTouchpoint[]> {
  const { rows } = await sql<MarkOfTouchpoint>`
    select m.touchpoint_id as "touchpointId", m.mark, m.marked_at as "markedAt"
    from touchpoints t join touchpoint_marks m on m.workspace_id = t.workspace_id and m.touchpoint_id = t.id
    where t.contact_id = any(${contactIds}::uuid[])`.execute(db.withoutPlugins());
  return rows;
}

function strongest(one: Verification, other: Verification): Verification {
  return verifications.indexOf(one) > verifications.indexOf(other) ? one : other;
}

/** A touchpoint as its marks leave it: a manager's word lifts a claim, a retraction takes everything away. */
export function withMark(touchpoint: TouchpointOfContact, { mark, markedAt }: MarkOfTouchpoint): TouchpointOfContact {
  switch (mark) {
    case "documented":
      return { ...touchpoint, verification: strongest(touchpoint.verification, "documented") };
    case "confirmed":
      return { ...touchpoint, verification: "confirmed" satisfies Verification };
    case "fulfilled":
      return { ...touchpoint, fulfilledAt: markedAt };
    case "retracted":
      return { ...touchpoint, retracted: true };
  }
}

const meaningOfRelationship: Record<string, LiveRelationship["kind"]> = {
  contract: "client",
  purchase: "customer",
  membership: "customer",
  donation: "donor",
  employment: "alumni",
};

export async function readRelationships(
  db: Db,
  contactIds: readonly string[],
): Promise<(LiveRelationship & { contactId: string })[]> {
  const { rows } = await sql<{ contactId: string; kind: string; startedAt: Date; endedAt: Date | null }>`
    select contact_id as "contactId", kind, started_at as "startedAt", ended_at as "endedAt"
    from relationships
    where contact_id = any(${contactIds}::uuid[]) and retracted_at is null`.execute(db.withoutPlugins());
  return rows.flatMap((row) => {
    const kind = meaningOfRelationship[row.kind];
    return kind ? [{ ...row, kind }] : [];
  });
}

export type PointOfContact = { contactId: string; kind: string; value: string };

export async function readPoints(db: Db, contactIds: readonly string[]): Promise<PointOfContact[]> {
  const { rows } = await sql<PointOfContact>`
    select contact_id as "contactId", kind, value from contact_points
    where contact_id = any(${contactIds}::uuid[]) and state = 'active' and kind in ('phone', 'email')
  `.execute(db.withoutPlugins());
  return rows;
}

export type RefusalRow = Omit<StandingRefusal, "ofPerson"> & { contactId: string | null };

/** What was said by these people, or of one of their numbers and addresses. */
export async function readRefusals(
  db: Db,
  contactIds: readonly string[],
  points: readonly string[],
): Promise<RefusalRow[]> {
  const { rows } = await sql<RefusalRow>`
    select s.contact_id as "contactId", s.kind, s.point, s.scope, s.said_at as "saidAt"
    from suppressions s
    where s.id in (
      select id from suppressions where contact_id = any(${contactIds}::uuid[])
      union all select id from suppressions where point = any(${points}::text[])
    ) and not exists (
      select from suppression_endings e where e.workspace_id = s.workspace_id and e.suppression_id = s.id
    )`.execute(db.withoutPlugins());
  return rows;
}

export async function readConsents(
  db: Db,
  contactIds: readonly string[],
): Promise<{ contactId: string; givenAt: Date }[]> {
  const { rows } = await sql<{ contactId: string; givenAt: Date }>`
    select c.contact_id as "contactId", max(c.given_at) as "givenAt" from consents c
    where c.contact_id = any(${contactIds}::uuid[]) and 'call' = any(c.channels)
      and not exists (select from consent_endings e where e.workspace_id = c.workspace_id and e.consent_id = c.id)
    group by c.contact_id`.execute(db.withoutPlugins());
  return rows;
}
