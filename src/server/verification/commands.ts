import { z } from "zod";
import { command } from "#server/platform/command.ts";
import { type CheckName, verifyWorkspace } from "#server/verification/verify-workspace.ts";

const WORDS: Record<CheckName, string> = {
  standings: "standings are what the histories give",
  calls: "calls were allowed beforehand, and none came after a no",
  imports: "imports count what their rows say",
  merges: "merged contacts lead to the one they became",
};

export const verificationCommands = [
  command({
    name: "verify",
    summary: "Checks the whole record, and everything that is derived from it",
    usage: "",
    access: "record:verify",
    input: z.object({ json: z.boolean().default(false) }),
    run: async (ctx, { json }, terminal) => {
      const { holds, checks } = await verifyWorkspace(ctx, {
        onProgress: (name, checked) => terminal.progress(`${checked} ${WORDS[name]}`),
      });
      if (json) terminal.out(JSON.stringify({ holds, checks }));
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
