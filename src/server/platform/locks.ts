import { sql } from "kysely";
import type { Context } from "#server/platform/context.ts";

/**
 * Runs the work while this process holds the lock of that name in the workspace, on a connection of its own: it ends
 * with the process, however that ends. False, and nothing done, where another holds it.
 */
export async function withLock(ctx: Context, name: string, work: () => Promise<void>): Promise<boolean> {
  const key = `${ctx.actor.workspaceId}:${name}`;
  return ctx.pool.connection().execute(async (connection) => {
    const { rows } = await sql<{ taken: boolean }>`
      select pg_try_advisory_lock(hashtextextended(${key}, 0)) as taken`.execute(connection);
    if (!rows[0]?.taken) return false;
    try {
      await work();
      return true;
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${key}, 0))`.execute(connection);
    }
  });
}

/** Whether anybody holds the lock of that name. */
export async function isLocked(ctx: Context, name: string): Promise<boolean> {
  return !(await withLock(ctx, name, async () => undefined));
}
