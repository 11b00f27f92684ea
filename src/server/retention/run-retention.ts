import { sql } from "kysely";
import type { RetentionResult } from "#api/retention.ts";
import { type DataClass, dataClasses, monthsKept } from "#domain/retention/data-classes.ts";
import { addMonthsToDay, localDay, startOfDay } from "#domain/time.ts";
import { eraseFromLedger } from "#server/ledger/erase-from-ledger.ts";
import type { Subject } from "#server/ledger/recorded-kinds.ts";
import { type Context, endOf, snapshot, transaction } from "#server/platform/context.ts";
import { countDue, DUE, type DueRow, findDue } from "#server/retention/due-rows.ts";
import { insertRun, readRules } from "#server/retention/queries.ts";
import { eraseForRetention } from "#server/rights/erase-for-retention.ts";
import { dropFile } from "#server/rights/stored-files.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

type Line = RetentionResult["classes"][number];
const batchRows = 1000;
/** Each takes a walk through every table: the rest follows in the next nights. */
const peopleAtOnceMax = 100;
const peopleOfNightMax = 5000;

/** What a run would erase now. */
export async function previewRetention(ctx: Context): Promise<RetentionResult> {
  return snapshot(ctx, async (tx) => {
    const classes: Line[] = [];
    for (const { dataClass, before } of await limits(tx)) classes.push(await preview(tx, dataClass, before));
    return { classes };
  });
}

async function preview(tx: Context, dataClass: DataClass, before: Date | null): Promise<Line> {
  if (!before) return { dataClass, before, rows: 0, held: 0 };
  if (dataClass !== "access_log") return { dataClass, before, ...(await countDue(tx, DUE[dataClass], before)) };
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from access_logs
    where workspace_id = ${tx.actor.workspaceId}::uuid and happened_at < ${before}`.execute(tx.db);
  return { dataClass, before, rows: rows[0]?.count ?? 0, held: 0 };
}

/** Erases what was kept long enough, batch by batch, each a transaction. Stopped in the middle, it goes on the next time. */
export async function runRetention(
  ctx: Context,
  {
    onProgress = () => undefined,
    chosenOnly = false,
  }: { onProgress?: (dataClass: DataClass, rows: number) => void; chosenOnly?: boolean } = {},
): Promise<RetentionResult> {
  const classes: Line[] = [];
  for (const { dataClass, before } of await transaction(ctx, (tx) => limits(tx, chosenOnly))) {
    const rows = before ? await eraseClass(ctx, { dataClass, before }, onProgress) : 0;
    const left =
      before && dataClass !== "access_log" ? await snapshot(ctx, (tx) => countDue(tx, DUE[dataClass], before)) : null;
    classes.push({ dataClass, before, rows, held: left?.held ?? 0 });
  }
  const erased = Object.fromEntries(classes.map(({ dataClass, rows }) => [dataClass, rows]));
  await transaction(ctx, (tx) => insertRun(tx, { erased, startedAt: ctx.now, finishedAt: endOf(ctx) }));
  return { classes };
}

/**
 * Days are those of the workspace: what was kept for a year goes on the same date. By itself the program erases only
 * the classes for which somebody has chosen how long: our defaults are a proposal, and nobody may have seen them.
 */
async function limits(tx: Context, chosenOnly = false): Promise<{ dataClass: DataClass; before: Date | null }[]> {
  const own = await readRules(tx);
  const { timeZone } = await loadWorkspace(tx);
  const today = localDay(tx.now, timeZone);
  return dataClasses.map((dataClass) => {
    const months = chosenOnly && !own.has(dataClass) ? null : monthsKept(dataClass, own);
    return { dataClass, before: months === null ? null : startOfDay(addMonthsToDay(today, -months), timeZone) };
  });
}

async function eraseClass(
  ctx: Context,
  { dataClass, before }: { dataClass: DataClass; before: Date },
  onProgress: (dataClass: DataClass, rows: number) => void,
): Promise<number> {
  let total = 0;
  for (;;) {
    const erased = await transaction(ctx, (tx) => eraseBatch(tx, dataClass, before));
    total += erased;
    onProgress(dataClass, total);
    if (erased < batchOf(dataClass)) return total;
    if (dataClass === "untouched_contacts" && total >= peopleOfNightMax) return total;
  }
}

function batchOf(dataClass: DataClass): number {
  return dataClass === "untouched_contacts" ? peopleAtOnceMax : batchRows;
}

async function eraseBatch(tx: Context, dataClass: DataClass, before: Date): Promise<number> {
  if (dataClass === "access_log") {
    const { rows } = await sql<{ count: number }>`select forget_access_before(${before}) as count`.execute(tx.db);
    // All of them at once: there is no second batch.
    return Math.min(rows[0]?.count ?? 0, batchRows - 1);
  }
  const due = await findDue(tx, DUE[dataClass], { before, limit: batchOf(dataClass) });
  const rows = due.filter(({ held }) => !held);
  if (dataClass === "untouched_contacts") return erasePeople(tx, rows);
  if (rows.length > 0) await eraseRows(tx, dataClass, rows);
  return rows.length;
}

async function erasePeople(tx: Context, rows: readonly DueRow[]): Promise<number> {
  let erased = 0;
  for (const { id } of rows) if (await eraseForRetention(tx, id)) erased += 1;
  return erased;
}

async function eraseRows(tx: Context, dataClass: Exclude<DataClass, "access_log">, rows: readonly DueRow[]) {
  const ids = rows.map(({ id }) => id);
  if (DUE[dataClass].kind) return eraseRecord(tx, dataClass, rows);
  if (dataClass === "import_files") for (const id of ids) await dropFile(tx, id);
  else if (dataClass === "import_rows")
    await sql`update ${sql.table("import_rows")} set cells = null, warnings = null, reason = case
        when reason is null then null else jsonb_build_object('code', reason::jsonb -> 'code')::text end
      where workspace_id = ${tx.actor.workspaceId}::uuid and import_id = any(${ids}::uuid[])
        and cells is not null`.execute(tx.db);
  else {
    const mine = sql`workspace_id = ${tx.actor.workspaceId}::uuid`;
    await sql`delete from ${sql.table("person_request_events")}
      where ${mine} and request_id = any(${ids}::uuid[])`.execute(tx.db);
    await sql`delete from ${sql.table("person_requests")} where ${mine} and id = any(${ids}::uuid[])`.execute(tx.db);
  }
}

async function eraseRecord(tx: Context, dataClass: Exclude<DataClass, "access_log">, rows: readonly DueRow[]) {
  const { kind, hanging = [] } = DUE[dataClass];
  if (!kind) return;
  const ids = rows.map(({ id }) => id);
  const subjects: Subject[] = ids.map((id) => ({ kind, id }));
  for (const child of hanging) {
    const { rows: found } = await sql<{ id: string }>`select id from ${sql.table(child.table)}
      where workspace_id = ${tx.actor.workspaceId}::uuid
        and ${sql.ref(child.column)} = any(${ids}::uuid[])`.execute(tx.db);
    subjects.push(...found.map(({ id }) => ({ kind: child.kind, id })));
  }
  if (dataClass === "call_detail")
    await sql`update ${sql.table("tasks")} set attempt_id = null
      where workspace_id = ${tx.actor.workspaceId}::uuid and attempt_id = any(${ids}::uuid[])`.execute(tx.db);
  await eraseFromLedger(tx, subjects, "retention");
  await refreshStandings(tx, [...new Set(rows.flatMap(({ contactId }) => contactId ?? []))]);
}
