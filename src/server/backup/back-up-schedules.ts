import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { backUp } from "#server/backup/back-up.ts";
import { ledgerKey } from "#server/ledger/ledger-key.ts";
import type { Config } from "#server/platform/config.ts";
import { clock } from "#server/platform/doors.ts";
import type { Schedule } from "#server/platform/jobs.ts";

const regular = "regular";
const hourMs = 3_600_000;

/** Copies everything, as the configuration says; for what is about to happen. */
export function backUpWith(config: Config, pool: pg.Pool) {
  return async (reason: string): Promise<void> => {
    const { dir, keep } = config.backup;
    await backUp(pool, { dir, keep, reason, now: clock(), ledgerKey: ledgerKey(config).publicKey });
  };
}

/** Looks every hour whether a backup is due, so that a laptop that sleeps at night has its backup in the morning. */
export function backUpSchedules({ backup }: Pick<Config, "backup">): Schedule[] {
  if (backup.everyHours === 0) return [];
  return [
    {
      name: "back-up",
      cron: "7 * * * *",
      run: async ({ ownerPool, ledgerKey: { publicKey } }, now) => {
        if (hoursSinceLast(backup.dir, now) < backup.everyHours) return;
        await backUp(ownerPool, { dir: backup.dir, keep: backup.keep, reason: regular, now, ledgerKey: publicKey });
      },
    },
  ];
}

function hoursSinceLast(dir: string, now: Date): number {
  if (!existsSync(dir)) return Number.POSITIVE_INFINITY;
  const made = readdirSync(dir)
    .filter((name) => name.endsWith(`-${regular}`))
    .map((name) => statSync(join(dir, name)).mtimeMs);
  return (now.getTime() - Math.max(...made)) / hourMs;
}
