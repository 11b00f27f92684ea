import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { AppError } from "#domain/errors.ts";
import type { Config } from "#server/platform/config.ts";
import { appRole } from "#server/platform/database-requirements.ts";
import { openEmbedded } from "#server/platform/embedded-postgres.ts";
import { prepareConnection } from "#server/platform/kept-statements.ts";
import type { Log } from "#server/platform/log.ts";
import { migrationsDir, readMigrations } from "#server/platform/migration-files.ts";

export type Database = {
  /** As the program's role: row-level security holds, nothing is owned. */
  appPool: pg.Pool;
  /** As the owner: migrations, backups, the queue's workers. */
  ownerPool: pg.Pool;
  embedded: boolean;
  /** Whether a program of another version works on the embedded database at this moment. */
  isSharedWithOtherVersion: () => Promise<boolean>;
  close: () => Promise<void>;
};

const appConnectionsMax = 20;
const ownerConnectionsMax = 8;
const connectSecondsMax = 10;
const dateOid = 1082;
const instantOid = 1184;

/** Opens the embedded database or the server that DATABASE_URL names; it may still be empty or of an older version. */
export async function openDatabase(config: Pick<Config, "databaseUrl" | "dataDir">, log: Log): Promise<Database> {
  if (config.databaseUrl) {
    const pools = openPools({ connectionString: config.databaseUrl }, log);
    await checkReachable(pools.ownerPool);
    return { ...pools, embedded: false, isSharedWithOtherVersion: async () => false, close: pools.end };
  }

  const version = readMigrations(migrationsDir).at(-1)?.name ?? "";
  const server = await openEmbedded({ dataDir: config.dataDir, log, version });
  const pools = openPools(server.connection, log);
  return {
    appPool: pools.appPool,
    ownerPool: pools.ownerPool,
    embedded: true,
    isSharedWithOtherVersion: server.isSharedWithOtherVersion,
    close: async () => {
      await pools.end();
      await server.stop();
    },
  };
}

/** Two pools on one database, one for each role; connections open when they are first needed. */
export function openPools(connection: pg.PoolConfig, log: Log) {
  const shared = { ...connection, connectionTimeoutMillis: connectSecondsMax * 1000, types: valueTypes };
  // Pipelined: a question is sent while the answer to another is still awaited.
  const pipelined = { ...asAppRole(shared), pipeline: true };
  const appPool = new pg.Pool({ ...pipelined, max: appConnectionsMax, application_name: "warmline" });
  const ownerPool = new pg.Pool({ ...shared, max: ownerConnectionsMax, application_name: "warmline-owner" });
  appPool.on("connect", prepareConnection);
  for (const pool of [appPool, ownerPool]) {
    // A connection that breaks is replaced by the pool; without listeners it would end the program.
    pool.on("error", ({ message }) => {
      if (!pool.ending) log.warn({ reason: message }, "a database connection was lost");
    });
    pool.on("connect", (client) => client.on("error", () => undefined));
  }
  const end = async () => {
    await Promise.all([appPool.end(), ownerPool.end()]);
  };
  return { appPool, ownerPool, end };
}

/** The query builder on a pool: `snake_case` in the database, `camelCase` in the code; the keys inside JSON stay as they are. */
export function kyselyOn<Tables>(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** A setting of the connection, so that no code can forget it. An address carries its options in itself. */
function asAppRole(connection: pg.PoolConfig): pg.PoolConfig {
  const option = `-c role=${appRole}`;
  if (!connection.connectionString) return { ...connection, options: option };
  const [address, query] = connection.connectionString.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set("options", `${parameters.get("options") ?? ""} ${option}`.trim());
  return { ...connection, connectionString: `${address}?${parameters}` };
}

type Parse = (text: string) => unknown;

/** A `date` is a day, "YYYY-MM-DD": the driver would make an instant of it, at midnight somewhere. */
const parsers = new Map<number, Parse>([
  [dateOid, (text) => text],
  [instantOid, parseInstant],
]);

const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

const parseAnyInstant: Parse = pg.types.getTypeParser(instantOid);

/** In the zone of our own database, and in years of four digits, it is nearly what JavaScript reads at once. */
function parseInstant(text: string): unknown {
  const isPlain = text.endsWith("+00") && text[10] === " ";
  return isPlain ? new Date(`${text.slice(0, 10)}T${text.slice(11, -"+00".length)}Z`) : parseAnyInstant(text);
}

async function checkReachable(pool: pg.Pool): Promise<void> {
  try {
    await pool.query("select 1");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    await pool.end();
    throw Object.assign(new AppError("database_unreachable", { reason }), { cause });
  }
}
