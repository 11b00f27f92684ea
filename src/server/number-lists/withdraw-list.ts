import { AppError } from "#domain/errors.ts";
import { hoursAfter } from "#domain/time.ts";
import { graceHours } from "#server/number-lists/grace-hours.ts";
import { clearNumberListsJob } from "#server/number-lists/jobs.ts";
import { endCopies } from "#server/number-lists/queries.ts";
import { type Context, requireUser } from "#server/platform/context.ts";
import { enqueue } from "#server/platform/jobs.ts";

/** Takes a copy out of force, for a file that was imported by mistake. The record of it stays. */
export async function withdrawList(tx: Context, { id }: { id: string }): Promise<Record<string, never>> {
  const end = { endedAt: tx.now, endedBy: requireUser(tx), ending: "withdrawn" } as const;
  const ended = await endCopies(tx.db, [id], end);
  if (ended.length === 0) throw new AppError("not_found", { copyId: id });
  await enqueue(tx, clearNumberListsJob, {}, { key: "all", runAt: hoursAfter(tx.now, graceHours) });
  return {};
}
