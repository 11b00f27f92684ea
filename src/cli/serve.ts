import { z } from "zod";
import { instanceCommand } from "#server/platform/command.ts";

/** The product itself: database, HTTP, jobs and web pages in one process, or one half of it. */
export const serveCommand = instanceCommand({
  name: "serve",
  summary: "Starts the product: database, web pages, API and jobs",
  usage: "[--port 4800] [--host 127.0.0.1] [--web] [--jobs]",
  options: {
    port: { type: "string" },
    host: { type: "string" },
    web: { type: "boolean" },
    jobs: { type: "boolean" },
  },
  input: z.object({ web: z.boolean().default(false), jobs: z.boolean().default(false) }),
  run: async ({ config, log }, input, terminal) => {
    const both = input.web === input.jobs;
    // Half of all code, which no other command has to wait for.
    const { startProduct } = await import("#server/main.ts");
    const product = await startProduct(config, log, { web: both || input.web, jobs: both || input.jobs });
    terminal.out(
      product.url ? `Warmline is ready at ${config.publicUrl ?? product.url}` : "Warmline works on its jobs",
    );
    if (product.setupToken) terminal.out(`To create the first workspace, enter this token: ${product.setupToken}`);
    await stopSignal();
    terminal.say("stopping…");
    await product.stop();
    return "ok";
  },
});

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
}
