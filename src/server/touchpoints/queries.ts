import { sql } from "kysely";
import type { ClosedBecause } from "#domain/temperature/closing.ts";
import type { Standing } from "#domain/temperature/standing.ts";
import { record } from "#server/ledger/record.ts";
import type { Context, Db } from "#server/platform/context.ts";
import { arrayLiteral } from "#server/platform/insert-many.ts";
import { keptStatement } from "#server/platform/kept-statements.ts";

export async function loadKindChanges(tx: Context): Promise<{ slug: string; settings: unknown }[]> {
  return kindChanges(tx, { workspaceId: tx.actor.workspaceId });
}

const kindChanges = keptStatement<{ slug: string; settings: unknown }, { workspaceId: string }>(
  (value) => sql`
    select slug, settings from touchpoint_kinds where workspace_id = ${value("workspaceId")}::uuid order by slug`,
);

export type StandingRow = Standing & {
  contactId: string;
  ownerId: string | null;
  accountId: string | null;
  closedBecause: ClosedBecause | null;
};

/** One statement for thousands of rows; a standing that stays as it is is not written. */
export async function upsertStandings(db: Db, rows: readonly StandingRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = (name: keyof StandingRow) => arrayLiteral(rows.map((row) => row[name]));
  await sql`
    insert into standings as s (workspace_id, contact_id, owner_id, account_id, hot_from, hot_until, warm_until,
      heat_log, trigger_id, expectation_id, window_opens_at, window_closes_at, last_touch_at, closed_because)
    select current_workspace_id(), new.* from unnest(
      ${column("contactId")}::uuid[], ${column("ownerId")}::uuid[], ${column("accountId")}::uuid[],
      ${column("hotFrom")}::timestamptz[], ${column("hotUntil")}::timestamptz[], ${column("warmUntil")}::timestamptz[],
      ${column("heatLog")}::double precision[], ${column("triggerId")}::uuid[], ${column("expectationId")}::uuid[],
      ${column("windowOpensAt")}::timestamptz[], ${column("windowClosesAt")}::timestamptz[],
      ${column("lastTouchAt")}::timestamptz[], ${column("closedBecause")}::text[]) as new
    on conflict (workspace_id, contact_id) do update set
      owner_id = excluded.owner_id, account_id = excluded.account_id, hot_from = excluded.hot_from,
      hot_until = excluded.hot_until, warm_until = excluded.warm_until, heat_log = excluded.heat_log,
      trigger_id = excluded.trigger_id, expectation_id = excluded.expectation_id,
      window_opens_at = excluded.window_opens_at, window_closes_at = excluded.window_closes_at,
      last_touch_at = excluded.last_touch_at, closed_because = excluded.closed_because
    where s is distinct from excluded`.execute(db);
}

/** For contacts that were merged into another: what they were is part of the survivor's standing. */
export async function deleteStandings(db: Db, contactIds: readonly string[]): Promise<void> {
  if (contactIds.length === 0) return;
  await db.deleteFrom("standings").where("contactId", "=", sql<string>`any(${contactIds}::uuid[])`).execute();
}

/** The copy of the owner that the queue's indexes begin with. */
export async function assignStandings(db: Db, contactIds: readonly string[], ownerId: string | null): Promise<void> {
  if (contactIds.length === 0) return;
  await sql`update standings set owner_id = ${ownerId}::uuid
    where workspace_id = current_workspace_id() and contact_id = any(${contactIds}::uuid[])`.execute(db);
}

export type NewMark = {
  touchpointId: string;
  mark: "confirmed" | "fulfilled" | "retracted";
  markedBy: string | null;
  details?: Record<string, unknown>;
};

/** The first mark of its sort stands. */
export async function insertMark(tx: Context, { details = {}, ...mark }: NewMark): Promise<void> {
  const inserted = await tx.db
    .insertInto("touchpointMarks")
    .values({ ...mark, workspaceId: tx.actor.workspaceId, markedAt: tx.now, details: JSON.stringify(details) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted) record(tx, "touchpoint_mark", [inserted.id]);
}

/** What the workspace wants of a kind instead of what its industry has. */
export async function saveKindChange(tx: Context, slug: string, settings: object): Promise<void> {
  const change = { settings: JSON.stringify(settings), updatedAt: tx.now, updatedBy: tx.actor.userId };
  await tx.db
    .insertInto("touchpointKinds")
    .values({ ...change, workspaceId: tx.actor.workspaceId, slug })
    .onConflict((conflict) => conflict.columns(["workspaceId", "slug"]).doUpdateSet(change))
    .execute();
}

export async function deleteKindChange(tx: Context, slug: string): Promise<boolean> {
  const result = await tx.db
    .deleteFrom("touchpointKinds")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
