import { z } from "zod";
import { makeDemo } from "#server/demo/make-demo.ts";
import { type Command, instanceCommand } from "#server/platform/command.ts";

const hourMs = 3_600_000;

export const demoCommands: readonly Command[] = [
  instanceCommand({
    name: "demo",
    summary: "Makes a workspace with invented people and two months of history, for trying out",
    usage: "[--seed N] [--at INSTANT]",
    options: { seed: { type: "string" }, at: { type: "string" } },
    input: z.object({
      seed: z.coerce
        .number()
        .int()
        .min(0)
        .max(2 ** 32 - 1)
        .default(7),
      at: z.iso
        .datetime({ offset: true })
        .transform((text) => new Date(text))
        .optional(),
      json: z.boolean().default(false),
    }),
    run: async (instance, { seed, at, json }, terminal) => {
      const installation = await instance.open();
      try {
        const now = new Date(Math.floor(installation.clock().getTime() / hourMs) * hourMs);
        const demo = await makeDemo(installation, {
          seed,
          at: at ?? now,
          onDay: (done, all) => terminal.progress(`day ${done} of ${all}`),
        });
        if (json) terminal.out(JSON.stringify(demo));
        else {
          terminal.out(`Workspace ${demo.slug}: ${demo.contacts} invented contacts, ${demo.calls} calls.`);
          terminal.out(`Sign in as ${demo.email} with the password ${demo.password}`);
        }
        return "ok";
      } finally {
        await installation.close();
      }
    },
  }),
];
