import { sql } from "kysely";
import type { Span } from "#api/compliance-reports.ts";
import type { FileAnswer } from "#api/endpoint.ts";
import { instantsOf } from "#server/compliance-reports/span.ts";
import { ownersWithinReach } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { recordAccess } from "#server/team/record-access.ts";

/** 16 CFR 310.5(a)(2): what is kept of each call, in the order of the rule. */
const COLUMNS = [
  "attempt_id",
  "caller",
  "seller",
  "purpose",
  "audience",
  "technology",
  "called_number",
  "calling_number",
  "caller_id_shown",
  "started_at",
  "seconds_until_reported",
  "disposition",
  "script",
  "logged_by_hand",
  "decision_id",
  "verdict",
  "relies_on",
] as const;

type Line = Record<(typeof COLUMNS)[number], string | number | null>;
const pageRows = 1000;

/** Every call between two days, streamed page by page, however many there are. Taking it out is logged. */
export async function downloadCallDetail(ctx: Context, span: Span): Promise<FileAnswer> {
  const { instants, owners, seller } = await transaction(ctx, async (tx) => {
    await recordAccess(tx, { action: "export", details: { of: "call_detail", ...span } });
    const { name, settings } = await loadWorkspace(tx);
    return {
      instants: await instantsOf(tx, span),
      owners: await ownersWithinReach(tx, "record:export"),
      seller: settings.sellerName || name,
    };
  });
  const lines = encoded(ctx, {
    ...instants,
    seller,
    owners: owners === "all" ? null : owners.filter((id) => id !== null),
  });
  return {
    fileName: `call-detail-${span.from}-${span.to}.csv`,
    contentType: "text/csv; charset=utf-8",
    stream: new ReadableStream({
      pull: async (controller) => {
        const { value, done } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await lines.return(undefined);
      },
    }),
  };
}

type Wanted = { from: Date; until: Date; seller: string; owners: readonly string[] | null };

async function* encoded(ctx: Context, wanted: Wanted): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\uFEFF${COLUMNS.join(",")}\r\n`);
  for (let after: { at: string; id: string } | null = null; ; ) {
    const rows: (Line & { cursor: string })[] = await transaction(ctx, (tx) => readPage(tx, wanted, after));
    if (rows.length === 0) return;
    yield encoder.encode(rows.map((row) => `${COLUMNS.map((column) => cellOf(row[column])).join(",")}\r\n`).join(""));
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    after = { at: last.cursor, id: String(last.attempt_id) };
  }
}

async function readPage(tx: Context, wanted: Wanted, after: { at: string; id: string } | null) {
  const { from, until, seller, owners } = wanted;
  const { rows } = await sql<Line & { cursor: string }>`
    select a.id as attempt_id, u.name as caller, ${seller}::text as seller,
      d.request -> 'attempt' ->> 'purpose' as purpose, d.request -> 'contact' ->> 'audience' as audience,
      coalesce(d.request -> 'attempt' ->> 'technology', 'manual') as technology,
      a.phone as called_number, d.request -> 'attempt' ->> 'callerId' as calling_number,
      case when d.request -> 'attempt' ->> 'callerId' = 'withheld' then 'no' else 'yes' end as caller_id_shown,
      to_char(a.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as started_at,
      case when a.origin = 'dialled' then round(extract(epoch from o.recorded_at - a.started_at))::int end
        as seconds_until_reported,
      coalesce(o.outcome, 'open') as disposition, a.playbook ->> 'openingId' as script,
      case when a.origin = 'logged' then 'yes' else 'no' end as logged_by_hand,
      a.decision_id, d.verdict, (
        select string_agg(r ->> 'kind' || ' ' || (r ->> 'at'), '; ')
        from jsonb_array_elements(d.decision -> 'reliesOn') r) as relies_on,
      a.started_at::text as cursor
    from attempts a
    join decisions d on d.workspace_id = a.workspace_id and d.id = a.decision_id
    join users u on u.id = a.user_id
    left join lateral (
      select o.outcome, o.recorded_at from outcomes o where o.workspace_id = a.workspace_id and o.attempt_id = a.id
      order by o.recorded_at desc, o.id desc limit 1) o on true
    where a.workspace_id = ${tx.actor.workspaceId}::uuid and a.started_at >= ${from} and a.started_at < ${until}
      and (${owners}::uuid[] is null or a.user_id = any(${owners}::uuid[]))
      and (${after?.at ?? null}::timestamptz is null
        or (a.started_at, a.id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by a.started_at, a.id limit ${pageRows}`.execute(tx.db.withoutPlugins());
  return rows;
}

/** A cell that a spreadsheet would take for a formula stands behind an apostrophe; a number in E.164 is none. */
function cellOf(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = /^[=@\t\r]|^[+-](?!\d+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
