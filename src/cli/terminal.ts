import { once } from "node:events";
import type { Terminal } from "#server/platform/command.ts";

// Whoever reads our output, such as `head`, may have had enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

/** Results to stdout; words and progress to stderr, so that a pipe gets results only. */
export const terminal: Terminal = {
  out: (line) => {
    process.stdout.write(`${line}\n`);
  },
  flush: async () => {
    if (process.stdout.writableNeedDrain) await once(process.stdout, "drain");
  },
  say: (line) => {
    clearProgress();
    process.stderr.write(`${line}\n`);
  },
  progress: (line) => {
    if (!process.stderr.isTTY) return;
    process.stderr.write(`\r\u001b[2K${line}`);
    isProgressShown = true;
  },
  stdin: process.stdin,
};

let isProgressShown = false;

function clearProgress(): void {
  if (isProgressShown) process.stderr.write("\r\u001b[2K");
  isProgressShown = false;
}
