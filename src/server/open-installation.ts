import type { Logger } from "pino";
import { backUpWith } from "#server/backup/back-up-schedules.ts";
import { ledgerKey } from "#server/ledger/ledger-key.ts";
import type { Installation } from "#server/platform/command.ts";
import type { Config } from "#server/platform/config.ts";
import { kyselyOn, openDatabase } from "#server/platform/database.ts";
import { clock as realClock } from "#server/platform/doors.ts";
import { prepareDatabase } from "#server/platform/prepare-database.ts";
import type { DB } from "#server/platform/schema.ts";

/** The database, at this version, as every door needs it. */
export async function openInstallation(config: Config, log: Logger, clock = realClock): Promise<Installation> {
  const database = await openDatabase(config, log);
  try {
    await prepareDatabase(database, { log, backUp: backUpWith(config, database.ownerPool) });
  } catch (error) {
    await database.close();
    throw error;
  }
  const pool = kyselyOn<DB>(database.appPool);
  const { ownerPool, close } = database;
  const { dataDir } = config;
  return { config, pool, ownerPool, log, clock, ledgerKey: ledgerKey(config), dataDir, close };
}
