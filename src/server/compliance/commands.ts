import { z } from "zod";
import { decideLines } from "#server/compliance/decide-lines.ts";
import { instanceCommand } from "#server/platform/command.ts";

export const complianceCommands = [
  instanceCommand({
    name: "decide",
    summary: "Answers gate requests from stdin, one JSON object a line; needs no database",
    usage: "[--explain] < REQUESTS.ndjson",
    options: { explain: { type: "boolean" } },
    input: z.object({ explain: z.boolean().default(false) }),
    run: decideLines,
  }),
];
