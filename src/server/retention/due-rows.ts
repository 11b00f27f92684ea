import { type RawBuilder, sql } from "kysely";
import type { DataClass } from "#domain/retention/data-classes.ts";
import type { RecordedKind } from "#server/ledger/recorded-kinds.ts";
import type { Context } from "#server/platform/context.ts";

/** Rows of a class that are older than they may be: their keys, their contact, and whether something needs them. */
export type DueRow = { id: string; contactId: string | null; held: boolean };

/** How a class is found, as a query of `id`, `contact_id`; and, for the record, what hangs on its rows. */
type Due = {
  find: (before: Date) => RawBuilder<unknown>;
  kind?: RecordedKind;
  hanging?: { kind: RecordedKind; table: string; column: string }[];
};

const lastAttempt = sql`(select max(a.started_at) from attempts a
  where a.workspace_id = x.workspace_id and a.contact_id = x.contact_id)`;

export const DUE: Record<Exclude<DataClass, "access_log">, Due> = {
  untouched_contacts: {
    // A customer's contract is a reason of its own, and so is what is planned.
    find: (before) => sql`select x.id, x.id as contact_id, x.workspace_id from contacts x
      left join standings s on s.workspace_id = x.workspace_id and s.contact_id = x.id
      where x.merged_into_id is null and greatest(x.created_at, s.last_touch_at,
          (select max(a.started_at) from attempts a where a.workspace_id = x.workspace_id and a.contact_id = x.id),
          (select max(c.given_at) from consents c where c.workspace_id = x.workspace_id and c.contact_id = x.id))
          < ${before}
        and not exists (select from relationships r where r.workspace_id = x.workspace_id and r.contact_id = x.id
          and r.retracted_at is null and (r.ended_at is null or r.ended_at >= ${before}))
        and not exists (select from tasks t where t.workspace_id = x.workspace_id and t.contact_id = x.id
          and t.state = 'open')`,
  },
  touchpoints: {
    find: (before) => sql`select x.id, x.contact_id, x.workspace_id from touchpoints x
      where x.occurred_at < ${before} and x.recorded_at < ${before}`,
    kind: "touchpoint",
    hanging: [{ kind: "touchpoint_mark", table: "touchpoint_marks", column: "touchpoint_id" }],
  },
  call_detail: {
    find: (before) => sql`select x.id, x.contact_id, x.workspace_id from attempts x where x.started_at < ${before}
      and not exists (select from reservations r where r.workspace_id = x.workspace_id and r.attempt_id = x.id)`,
    kind: "attempt",
    hanging: [{ kind: "outcome", table: "outcomes", column: "attempt_id" }],
  },
  decisions: {
    find: (before) => sql`select x.id, x.contact_id, x.workspace_id from decisions x where x.decided_at < ${before}
      and not exists (select from attempts a where a.workspace_id = x.workspace_id and a.decision_id = x.id)`,
    kind: "decision",
  },
  ended_consents: {
    find: (before) => sql`select x.id, x.contact_id, x.workspace_id from consents x
      where greatest(coalesce(x.expires_at, (select min(e.ended_at) from consent_endings e
          where e.workspace_id = x.workspace_id and e.consent_id = x.id)), x.given_at, ${lastAttempt}) < ${before}
        and (x.expires_at is not null or exists (select from consent_endings e
          where e.workspace_id = x.workspace_id and e.consent_id = x.id))`,
    kind: "consent",
    hanging: [{ kind: "consent_ending", table: "consent_endings", column: "consent_id" }],
  },
  import_files: {
    find: (before) => sql`select x.id, null::uuid as contact_id, x.workspace_id from imports x
      where x.created_at < ${before} and x.state not in ('uploading', 'running', 'undoing')
        and exists (select from import_chunks c where c.workspace_id = x.workspace_id and c.import_id = x.id)`,
  },
  import_rows: {
    find: (before) => sql`select distinct x.id, null::uuid as contact_id, x.workspace_id from imports x
      join import_rows r on r.workspace_id = x.workspace_id and r.import_id = x.id and r.cells is not null
      where x.created_at < ${before} and x.state not in ('uploading', 'running', 'undoing')`,
  },
  closed_requests: {
    find: (before) => sql`select x.id, x.contact_id, x.workspace_id from person_requests x
      where x.closed_at < ${before}
        and not exists (select from contact_corrections c where c.workspace_id = x.workspace_id and c.request_id = x.id)`,
  },
};

/** Open requests and disputes need what there is of a person: it waits until they are over. */
export async function findDue(
  tx: Context,
  due: Due,
  { before, limit }: { before: Date; limit: number },
): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    select due.id, due.contact_id as "contactId", (due.contact_id is not null and (
        exists (select from legal_holds h where h.workspace_id = due.workspace_id and h.lifted_at is null
          and h.contact_id in (select m.id from contacts m where m.workspace_id = due.workspace_id
            and (m.id = due.contact_id or m.merged_into_id = due.contact_id)))
        or exists (select from legal_holds h join contacts m on m.workspace_id = h.workspace_id
          and m.id = due.contact_id and m.merged_into_id = h.contact_id
          where h.workspace_id = due.workspace_id and h.lifted_at is null)
        or exists (select from person_requests r where r.workspace_id = due.workspace_id and r.closed_at is null
          and r.contact_id = due.contact_id))) as held
    from (${due.find(before)}) due
    where due.workspace_id = ${tx.actor.workspaceId}::uuid
    order by held, due.id limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows;
}

export async function countDue(tx: Context, due: Due, before: Date): Promise<{ rows: number; held: number }> {
  const all = await findDue(tx, due, { before, limit: countMax });
  const held = all.filter((row) => row.held).length;
  return { rows: all.length - held, held };
}

const countMax = 1_000_000;
