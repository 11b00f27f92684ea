import type { ListQueue, Queue } from "#api/queue.ts";
import { takeQueue } from "#server/call-queue/take-queue.ts";
import type { Context } from "#server/platform/context.ts";

/** One's own queue, or that of a rep within reach. */
export async function listQueue(ctx: Context, { ownerId, ...page }: ListQueue): Promise<Queue> {
  return takeQueue(ctx, { ...page, whose: ownerId ? { of: "rep", userId: ownerId } : { of: "me" } });
}
