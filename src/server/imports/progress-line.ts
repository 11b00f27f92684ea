import { performance } from "node:perf_hooks";
import type { OnProgress } from "#server/imports/continue-import.ts";
import type { Terminal } from "#server/platform/command.ts";

const barWidth = 24;

/** Redraws one line with how far an import is, how fast, and how long it will still take. */
export function progressLine(path: string, terminal: Terminal): OnProgress {
  let first: { rowsDone: number; share: number; ms: number } | undefined;
  return ({ rowsDone, bytesDone, bytesTotal }) => {
    const share = bytesTotal > 0 ? Math.min(1, bytesDone / bytesTotal) : 0;
    first ??= { rowsDone, share, ms: performance.now() };
    const seconds = (performance.now() - first.ms) / 1000;
    const rate = seconds > 0 ? Math.round((rowsDone - first.rowsDone) / seconds) : 0;
    const left = share > first.share ? Math.round((seconds / (share - first.share)) * (1 - share)) : 0;
    const bar = "█".repeat(Math.round(share * barWidth)).padEnd(barWidth, "░");
    terminal.progress(`${path} ${bar} ${Math.round(share * 100)}%  ${rowsDone} rows  ${rate} rows/s  ${left} s left`);
  };
}
