import { AppError } from "#domain/errors.ts";
import type { Database } from "#server/platform/database.ts";
import { checkDatabase } from "#server/platform/database-requirements.ts";
import type { Log } from "#server/platform/log.ts";
import { migrate, planMigrations } from "#server/platform/migrate.ts";

type Options = {
  log: Log;
  /** Makes the copy to go back to, should the new version disappoint. */
  backUp: (reason: string) => Promise<void>;
  directory?: string;
};

/**
 * What every start does. The embedded database is brought to this version, after a backup; a server of one's own has
 * an administrator, who decides when: a pending migration refuses to start and names the command.
 */
export async function prepareDatabase(database: Database, options: Options): Promise<void> {
  if (database.embedded) {
    await migrateDatabase(database, options);
    return;
  }
  const { pending } = await planMigrations({ pool: database.ownerPool, ...withDirectory(options) });
  if (pending.length > 0) throw new AppError("migrations_pending", { pending });
  await checkDatabase(database.ownerPool);
}

/** Also `warmline migrate`. */
export async function migrateDatabase(database: Database, options: Options): Promise<{ applied: string[] }> {
  const pool = database.ownerPool;
  const { pending, empty, unknown } = await planMigrations({ pool, ...withDirectory(options) });
  if (unknown.length > 0) options.log.warn({ migrations: unknown }, "the database is of a newer, compatible version");
  // It would find tables that it does not know under its hands.
  if (pending.length > 0 && (await database.isSharedWithOtherVersion())) {
    throw new AppError("database_shared_with_other_version", { pending });
  }
  if (pending.length > 0 && !empty && database.embedded) await options.backUp(`before-${pending[0]}`);
  // Also with nothing pending: the queue's tables and the program's role may be of an older version.
  return migrate({ pool, log: options.log, ...withDirectory(options) });
}

function withDirectory({ directory }: Options): { directory?: string } {
  return directory === undefined ? {} : { directory };
}
