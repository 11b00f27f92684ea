import { z } from "zod";
import { QueueTab } from "#api/queue.ts";

/** What the address of Today says: which part of the queue, and who is looked at. */
export const QueueSearch = z.object({
  tab: QueueTab.optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
});
export type QueueSearch = z.output<typeof QueueSearch>;
