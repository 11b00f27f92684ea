import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { waitingJobs } from "#server/backup/jobs-copy.ts";
import { writeCopy } from "#server/backup/write-copy.ts";
import { isAlive } from "#server/platform/processes.ts";

type Input = {
  /** The folder of all backups. */
  dir: string;
  keep: number;
  /** "daily", or what is about to happen: "before-0007_cadences". */
  reason: string;
  now: Date;
  ledgerKey?: string;
};

/** Copies everything in the database into a folder of its own and removes the oldest ones of the same sort. */
export async function backUp(pool: pg.Pool, { dir, keep, reason, now, ledgerKey }: Input): Promise<string> {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const target = join(dir, `${stamp}-${reason}`);
  await writeCopy(pool, {
    dir: target,
    compress: true,
    plan: async (_client, tables) => ({
      holds: "everything",
      ...(ledgerKey ? { ledgerKey } : {}),
      selections: [...tables.map((table) => ({ table })), waitingJobs()],
    }),
  });
  removeOldest(dir, keep, reason);
  return target;
}

/** Daily copies must not push out the one from before an upgrade: each sort is counted by itself. */
function removeOldest(dir: string, keep: number, reason: string): void {
  const isBefore = reason.startsWith("before-");
  const backups = readdirSync(dir)
    .filter((name) => /^\d{8}T\d{6}Z-[\w-]+$/.test(name) && name.includes("-before-") === isBefore)
    .sort();
  for (const name of backups.slice(0, -keep)) rmSync(join(dir, name), { recursive: true, force: true });
  removeUnfinished(dir);
}

/** What a crash left half done: the name ends with the process that was at it, which may still be. */
function removeUnfinished(dir: string): void {
  for (const name of readdirSync(dir)) {
    const pid = /\.partial-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(dir, name), { recursive: true, force: true });
  }
}
