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

/** What a row of the queue shows beside the person: the standing, what it rests on, the task, who has it open. */
export type RowFacts = StoredStanding & {
  trigger: RowTouchpoint | null;
  expectation: RowTouchpoint | null;
  reservation: RowReservation | null;
};

type Stored = Omit<RowFacts, "trigger" | "expectation" | "reservation"> & {
  trigger: Dated<RowTouchpoint, "occurredAt"> | null;
  expectation: Dated<RowTouchpoint, "occurredAt"> | null;
  reservation: Dated<RowReservation, "expiresAt"> | null;
};
type Dated<Row, Name extends keyof Row> = Omit<Row, Name> & Record<Name, string>;

/** In one statement for any number of contacts. Without a window's trigger, the newest touchpoint speaks. */
export async function readRowFacts(tx: Context, contactIds: readonly string[]): Promise<Map<string, RowFacts>> {
  if (contactIds.length === 0) return new Map();
  const rows = await rowFacts(tx, { workspaceId: tx.actor.workspaceId, now: tx.now, contactIds });
  return new Map(rows.map((row) => [row.contactId, revive(row)]));
}

const rowFacts = keptStatement<Stored, { workspaceId: string; now: Date; contactIds: readonly string[] }>((value) => {
  const workspace = sql`${value("workspaceId")}::uuid`;
  const touchpoint = sql`json_build_object('id', t.id, 'kind', t.kind, 'occurredAt', t.occurred_at,
    'summary', t.summary, 'verification', t.verification)`;
  return sql`
    select s.contact_id as "contactId", s.hot_from as "hotFrom", s.hot_until as "hotUntil",
      s.warm_until as "warmUntil", s.heat_log as "heatLog", s.trigger_id as "triggerId",
      s.expectation_id as "expectationId", s.window_opens_at as "windowOpensAt",
      s.window_closes_at as "windowClosesAt", s.last_touch_at as "lastTouchAt",
      (select ${touchpoint} from touchpoints t where t.workspace_id = ${workspace} and t.id = s.expectation_id)
        as expectation,
      (case when s.trigger_id = s.expectation_id then null when s.trigger_id is not null then (
          select ${touchpoint} from touchpoints t where t.workspace_id = ${workspace} and t.id = s.trigger_id)
        else (select ${touchpoint} from touchpoints t
          where t.workspace_id = ${workspace} and t.contact_id = s.contact_id and t.verification <> 'claimed'
            and t.occurred_at = s.last_touch_at limit 1) end) as trigger,
      (select json_build_object('contactId', v.contact_id, 'userId', v.user_id, 'name', u.name,
          'attemptId', v.attempt_id, 'expiresAt', v.expires_at)
        from reservations v join users u on u.id = v.user_id
        where v.workspace_id = ${workspace} and v.contact_id = s.contact_id and v.expires_at > ${value("now")}::timestamptz) as reservation
    from standings s
    where s.workspace_id = ${workspace} and s.contact_id = any(${value("contactIds")}::uuid[])`;
});

/** JSON carries instants as text. */
function revive({ trigger, expectation, reservation, ...row }: Stored): RowFacts {
  const expected = expectation && { ...expectation, occurredAt: new Date(expectation.occurredAt) };
  return {
    ...row,
    // One that does both is read once.
    trigger: trigger ? { ...trigger, occurredAt: new Date(trigger.occurredAt) } : isBoth(row) ? expected : null,
    expectation: expected,
    reservation: reservation && { ...reservation, expiresAt: new Date(reservation.expiresAt) },
  };
}

function isBoth({ triggerId, expectationId }: StoredStanding): boolean {
  return triggerId !== null && triggerId === expectationId;
}

export async function readRowTasks(tx: Context, taskIds: readonly string[]): Promise<Map<string, RowTask>> {
  if (taskIds.length === 0) return new Map();
  const { rows } = await sql<RowTask>`
    select id, kind, title, due_at as "dueAt", due_local as "dueLocal", time_zone as "timeZone" from tasks
    where workspace_id = ${tx.actor.workspaceId}::uuid and id = any(${taskIds}::uuid[])
    `.execute(tx.db.withoutPlugins());
  return new Map(rows.map((row) => [row.id, row]));
}
