import { sql } from "kysely";
import type { DataClass } from "#domain/retention/data-classes.ts";
import type { Context } from "#server/platform/context.ts";

export async function readRules(tx: Context): Promise<Map<string, number | null>> {
  const rows = await tx.db
    .selectFrom("retentionRules")
    .select(["dataClass", "months"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .execute();
  return new Map(rows.map(({ dataClass, months }) => [dataClass, months]));
}

export async function saveRule(
  tx: Context,
  { dataClass, months }: { dataClass: DataClass; months: number | null },
): Promise<void> {
  const changed = { months, updatedAt: tx.now, updatedBy: tx.actor.userId };
  await tx.db
    .insertInto("retentionRules")
    .values({ workspaceId: tx.actor.workspaceId, dataClass, ...changed })
    .onConflict((conflict) => conflict.columns(["workspaceId", "dataClass"]).doUpdateSet(changed))
    .execute();
}

export async function readLastRun(tx: Context): Promise<{ at: Date; erased: Record<string, number> } | null> {
  const { rows } = await sql<{ at: Date; erased: Record<string, number> }>`
    select finished_at as at, erased from retention_runs where workspace_id = ${tx.actor.workspaceId}::uuid
    order by id desc limit 1`.execute(tx.db.withoutPlugins());
  return rows[0] ?? null;
}

export async function insertRun(
  tx: Context,
  { erased, startedAt, finishedAt }: { erased: Record<string, number>; startedAt: Date; finishedAt: Date },
): Promise<void> {
  await tx.db
    .insertInto("retentionRuns")
    .values({
      ...{ workspaceId: tx.actor.workspaceId, startedAt, finishedAt },
      erased: JSON.stringify(erased),
      startedBy: tx.actor.userId,
    })
    .execute();
}
