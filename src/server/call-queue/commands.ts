import { z } from "zod";
import { QueueTab } from "#api/queue.ts";
import { printQueue } from "#server/call-queue/print-queue.ts";
import { command } from "#server/platform/command.ts";

const tabs = QueueTab.options.join("|");

export const callQueueCommands = [
  command({
    name: "queue",
    summary: "Says who to call now and why, in order, each with the gate's decision",
    usage: `[--owner EMAIL] [--at INSTANT] [--limit N] [--tab ${tabs}] [--json]`,
    options: {
      owner: { type: "string" },
      at: { type: "string" },
      limit: { type: "string" },
      tab: { type: "string" },
    },
    access: "queue:read",
    input: z.object({
      owner: z.string().trim().toLowerCase().optional(),
      at: z.iso
        .datetime({ offset: true })
        .transform((text) => new Date(text))
        .optional(),
      limit: z.coerce.number().int().min(1).max(10_000).default(50),
      tab: QueueTab.default("to_call"),
      json: z.boolean().default(false),
    }),
    run: printQueue,
  }),
];
