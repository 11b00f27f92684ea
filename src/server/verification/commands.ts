import { readFileSync } from "node:fs";
import { z } from "zod";
import { AppError } from "#domain/errors.ts";
import { command } from "#server/platform/command.ts";
import { type CheckName, verifyWorkspace } from "#server/verification/verify-workspace.ts";

const WORDS: Record<CheckName, string> = {
  ledger: "entries of the record are as they were sealed",
  standings: "standings are what the histories give",
  calls: "calls were allowed beforehand, and none came after a no",
  imports: "imports count what their rows say",
  merges: "merged contacts lead to the one they became",
};

const Kept = z.object({
  checkpoint: z.object({ block: z.string().regex(/^\d{1,18}$/), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** What `warmline verify --json` printed some time ago. */
function readCheckpoint(file: string) {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, "utf8"))).checkpoint;
  } catch (cause) {
    throw Object.assign(new AppError("invalid_input", { file, expected: "what warmline verify --json printed" }), {
      cause,
    });
  }
}

export const verificationCommands = [
  command({
    name: "verify",
    summary: "Checks the whole record, and everything that is derived from it",
    usage: "[--checkpoint FILE]",
    options: { checkpoint: { type: "string" } },
    access: "record:verify",
    input: z.object({ checkpoint: z.string().min(1).optional(), json: z.boolean().default(false) }),
    run: async (ctx, { checkpoint: file, json }, terminal) => {
      const { holds, checks, checkpoint } = await verifyWorkspace(ctx, {
        checkpoint: file === undefined ? undefined : readCheckpoint(file),
        onProgress: (name, checked) => terminal.progress(`${checked} ${WORDS[name]}`),
      });
      if (json) terminal.out(JSON.stringify({ holds, checks, checkpoint }));
      for (const { name, checked, broken, first } of json ? [] : checks) {
        terminal.out(
          broken === 0
            ? `holds   ${checked} ${WORDS[name]}`
            : `broken  ${broken} of ${checked}: not all ${WORDS[name]}; the first is ${first}`,
        );
      }
      return holds ? "ok" : "bad_input";
    },
  }),
];
