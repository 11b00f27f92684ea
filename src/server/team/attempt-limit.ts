import { type Kysely, sql } from "kysely";
import type { DB } from "#server/platform/schema.ts";

export type AttemptLimit = { attemptsMax: number; windowSeconds: number };

/** Counts one attempt in a row, so that all processes count together; says how long to wait once there were too many. */
export async function countAttempt(
  pool: Kysely<DB>,
  key: string,
  limit: AttemptLimit,
  now: Date,
): Promise<{ allowed: boolean; retryAfterSeconds: number }> {
  const { attemptsMax, windowSeconds } = limit;
  const windowStart = new Date(now.getTime() - windowSeconds * 1000);
  const { count, windowStartedAt } = await pool
    .insertInto("rateLimits")
    .values({ key, count: 1, windowStartedAt: now })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet({
        count: sql`case when rate_limits.window_started_at <= ${windowStart} then 1 else rate_limits.count + 1 end`,
        windowStartedAt: sql`case when rate_limits.window_started_at <= ${windowStart} then ${now} else rate_limits.window_started_at end`,
      }),
    )
    .returning(["count", "windowStartedAt"])
    .executeTakeFirstOrThrow();
  const endsAt = windowStartedAt.getTime() + windowSeconds * 1000;
  return { allowed: count <= attemptsMax, retryAfterSeconds: Math.ceil((endsAt - now.getTime()) / 1000) };
}

/** After a success the earlier failures no longer count. */
export async function forgetAttempts(pool: Kysely<DB>, key: string): Promise<void> {
  await pool.deleteFrom("rateLimits").where("key", "=", key).execute();
}
