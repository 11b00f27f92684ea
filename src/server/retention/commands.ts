import { z } from "zod";
import type { RetentionResult } from "#api/retention.ts";
import { type Command, command } from "#server/platform/command.ts";
import { previewRetention, runRetention } from "#server/retention/run-retention.ts";

export const retentionCommands: readonly Command[] = [
  command({
    name: "retention",
    summary: "Erase what was kept long enough, or say what that would be",
    usage: "[--dry-run] [--json]",
    access: "retention:run",
    options: { "dry-run": { type: "boolean" } },
    input: z.object({ dryRun: z.boolean().default(false), json: z.boolean().default(false) }),
    run: async (ctx, { dryRun, json }, terminal) => {
      const onProgress = (dataClass: string, rows: number) => terminal.progress(`${rows} ${dataClass}`);
      const result = dryRun ? await previewRetention(ctx) : await runRetention(ctx, { onProgress });
      if (json) terminal.out(JSON.stringify({ dryRun, ...result }));
      else for (const line of linesOf(result, dryRun)) terminal.out(line);
      return "ok";
    },
  }),
];

function linesOf({ classes }: RetentionResult, dryRun: boolean): string[] {
  return classes.map(({ dataClass, before, rows, held }) => {
    const name = dataClass.replaceAll("_", " ").padEnd(20);
    if (!before) return `${name} kept for good`;
    const did = dryRun ? "would be erased" : "erased";
    const waits = held > 0 ? `; ${held} wait for a dispute or an open request` : "";
    return `${name} before ${before.toISOString().slice(0, 10)}: ${rows} ${did}${waits}`;
  });
}
