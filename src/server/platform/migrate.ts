import { Logger, runMigrations } from "graphile-worker";
import type pg from "pg";
import { AppError } from "#domain/errors.ts";
import { checkDatabase, createAppRole } from "#server/platform/database-requirements.ts";
import type { Log } from "#server/platform/log.ts";
import { type MigrationFile, migrationsDir, readMigrations } from "#server/platform/migration-files.ts";

export type MigrationPlan = {
  /** Names of what would run, in order. */
  pending: string[];
  /** Whether the database holds nothing of ours yet, so that there is nothing to back up. */
  empty: boolean;
  /** What a newer program has applied and allowed this one to run with. */
  unknown: string[];
};

type Applied = { name: string; checksum: string; breaking: boolean };

type Options = { pool: pg.Pool; log: Log; directory?: string };

const migrationLock = "7203894652";

/** Says what `migrate` would do; refuses a database that a newer program, or a changed file, has made. */
export async function planMigrations({
  pool,
  directory = migrationsDir,
}: Omit<Options, "log">): Promise<MigrationPlan> {
  return planFor(readMigrations(directory), await readApplied(pool));
}

/** Brings the database to this version, one transaction a file; a file that fails leaves nothing behind. */
export async function migrate(options: Options): Promise<{ applied: string[] }> {
  const { pool, log, directory = migrationsDir } = options;
  await checkDatabase(pool);
  const client = await pool.connect();
  try {
    // Other programs that start at the same moment wait here and find nothing left to do.
    await client.query(`select pg_advisory_lock(${migrationLock})`);
    const files = readMigrations(directory);
    const { pending } = planFor(files, await readApplied(client));
    await runQueueMigrations(pool, log);
    await createAppRole(client);
    await client.query(createMigrationsTable);
    for (const file of files.filter(({ name }) => pending.includes(name))) {
      await applyMigration(client, file);
      log.info({ migration: file.name }, "migration applied");
    }
    return { applied: pending };
  } finally {
    // Ending the session gives the lock back, whatever happened.
    client.release(true);
  }
}

const createMigrationsTable = `
  create table if not exists migrations (
    name text primary key,
    checksum text not null,
    breaking boolean not null,
    applied_at timestamptz not null default now()
  )`;

function planFor(files: MigrationFile[], applied: Applied[]): MigrationPlan {
  const known = new Map(files.map((file) => [file.name, file]));
  const unknown = applied.filter(({ name }) => !known.has(name));
  const breaking = unknown.filter((migration) => migration.breaking);
  if (breaking.length > 0) throw new AppError("database_newer", { migrations: breaking.map(({ name }) => name) });

  const changed = applied.filter(({ name, checksum }) => known.has(name) && known.get(name)?.checksum !== checksum);
  if (changed.length > 0) throw new AppError("migration_changed", { migrations: changed.map(({ name }) => name) });

  const done = new Set(applied.map(({ name }) => name));
  return {
    pending: files.map(({ name }) => name).filter((name) => !done.has(name)),
    empty: applied.length === 0,
    unknown: unknown.map(({ name }) => name),
  };
}

async function readApplied(db: pg.Pool | pg.PoolClient): Promise<Applied[]> {
  const exists = await db.query("select to_regclass('public.migrations') is not null as exists");
  if (!exists.rows[0]?.exists) return [];
  const { rows } = await db.query<Applied>("select name, checksum, breaking from migrations order by name");
  return rows;
}

async function applyMigration(client: pg.PoolClient, { name, checksum, breaking, sql }: MigrationFile): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into migrations (name, checksum, breaking) values ($1, $2, $3)", [
      name,
      checksum,
      breaking,
    ]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    const { message, position } = cause as pg.DatabaseError;
    const line = position ? sql.slice(0, Number(position)).split("\n").length : undefined;
    throw Object.assign(new AppError("migration_failed", { migration: name, line, message }), { cause });
  }
}

async function runQueueMigrations(pool: pg.Pool, log: Log): Promise<void> {
  const logger = new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log.warn({ queue: true }, message);
  });
  await runMigrations({ pgPool: pool, logger });
}
