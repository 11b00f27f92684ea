import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";
import { keptStatement } from "#server/platform/kept-statements.ts";
import type { StoredStanding } from "#server/touchpoints/read-standings.ts";

export type RowTouchpoint = { id: string; kind: string; occurredAt: Date; summary: string; verification: string };
export type RowTask = {
  id: string;
  kind: "callback" | "follow_up" | "meeting" | "later";
  title: string;
  dueAt: Date;
  dueLocal: string;
  timeZone: string;
};
export type RowReservation = {
  contactId: string;
  userId: string;
  name: string;
  attemptId: string | null;
  expiresAt: Date;
};

/** What a row of the queue shows beside the person: the standing, what it rests on, who has it open. */
export type RowFacts = StoredStanding & {
  trigger: RowTouchpoint | null;
  expectation: RowTouchpoint | null;
  reservation: RowReservation | null;
};

/** In two statements for any number of contacts. Without a window's trigger, the newest touchpoint speaks. */
export async function readRowFacts(tx: Context, standings: readonly StoredStanding[]): Promise<Map<string, RowFacts>> {
  if (standings.length === 0) return new Map();
  const { workspaceId } = tx.actor;
  const contactIds = standings.map(({ contactId }) => contactId);
  const [touchpoints, reservations] = await Promise.all([
    touchpointsShown(tx, { workspaceId, ids: standings.flatMap(idsOf), ...newestOf(standings) }),
    openReservations(tx, { workspaceId, now: tx.now, contactIds }),
  ]);
  const byId = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const newest = new Map(touchpoints.map((touchpoint) => [touchpoint.newestOf, touchpoint]));
  const reserved = new Map(reservations.map((reservation) => [reservation.contactId, reservation]));
  return new Map(
    standings.map((standing) => {
      const { contactId, triggerId, expectationId } = standing;
      const trigger = triggerId === null ? newest.get(contactId) : byId.get(triggerId);
      const expectation = expectationId === null ? undefined : byId.get(expectationId);
      const reservation = reserved.get(contactId) ?? null;
      return [contactId, { ...standing, trigger: trigger ?? null, expectation: expectation ?? null, reservation }];
    }),
  );
}

function idsOf({ triggerId, expectationId }: StoredStanding): string[] {
  return [triggerId, expectationId].filter((id) => id !== null);
}

function newestOf(standings: readonly StoredStanding[]): { untriggered: string[]; touchedAt: Date[] } {
  const untriggered = standings.flatMap(({ triggerId, contactId, lastTouchAt }) =>
    triggerId === null && lastTouchAt ? [{ contactId, lastTouchAt }] : [],
  );
  return {
    untriggered: untriggered.map(({ contactId }) => contactId),
    touchedAt: untriggered.map(({ lastTouchAt }) => lastTouchAt),
  };
}

type Shown = {
  workspaceId: string;
  ids: readonly string[];
  untriggered: readonly string[];
  touchedAt: readonly Date[];
};

/** `newestOf`: the contact for whom it was looked for without knowing its id. */
const touchpointsShown = keptStatement<RowTouchpoint & { newestOf: string | null }, Shown>((value) => {
  const workspace = sql`${value("workspaceId")}::uuid`;
  const touchpoint = sql`t.id, t.kind, t.occurred_at as "occurredAt", t.summary, t.verification`;
  return sql`
    select ${touchpoint}, null::uuid as "newestOf" from touchpoints t
    where t.workspace_id = ${workspace} and t.id = any(${value("ids")}::uuid[])
    union all
    select newest.* from unnest(${value("untriggered")}::uuid[], ${value("touchedAt")}::timestamptz[]) as m(id, touched_at)
    cross join lateral (
      select ${touchpoint}, t.contact_id as "newestOf" from touchpoints t
      where t.workspace_id = ${workspace} and t.contact_id = m.id and t.verification <> 'claimed'
        and t.occurred_at = m.touched_at limit 1) as newest`;
});

type OpenAt = { workspaceId: string; now: Date; contactIds: readonly string[] };

const openReservations = keptStatement<RowReservation, OpenAt>(
  (value) => sql`
    select v.contact_id as "contactId", v.user_id as "userId", u.name, v.attempt_id as "attemptId",
      v.expires_at as "expiresAt"
    from reservations v join users u on u.id = v.user_id
    where v.workspace_id = ${value("workspaceId")}::uuid and v.contact_id = any(${value("contactIds")}::uuid[])
      and v.expires_at > ${value("now")}::timestamptz`,
);

export async function readRowTasks(tx: Context, taskIds: readonly string[]): Promise<Map<string, RowTask>> {
  if (taskIds.length === 0) return new Map();
  const { rows } = await sql<RowTask>`
    select id, kind, title, due_at as "dueAt", due_local as "dueLocal", time_zone as "timeZone" from tasks
    where workspace_id = ${tx.actor.workspaceId}::uuid and id = any(${taskIds}::uuid[])
    `.execute(tx.db.withoutPlugins());
  return new Map(rows.map((row) => [row.id, row]));
}
