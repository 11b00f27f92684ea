import { existsSync, rmdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { AppError } from "#domain/errors.ts";
import { type DataFolder, isCode, openDataFolder, readPassword } from "#server/platform/data-folder.ts";
import { refuseWhereOthersWork, removeHeartbeat, startHeartbeat } from "#server/platform/heartbeat.ts";
import type { Log } from "#server/platform/log.ts";
import {
  findServer,
  initialise,
  ownerName,
  type RunningServer,
  startServer,
  waitUntilGone,
} from "#server/platform/postgres-process.ts";
import { socketPort } from "#server/platform/postgres-settings.ts";
import { setupMessage } from "#server/platform/setup-messages.ts";

export type EmbeddedPostgres = {
  /** For `new pg.Pool(...)`, as the owner of everything. */
  connection: { host: string; port: number; user: string; password: string; database: string };
  /** Whether another program had started the server already. */
  attached: boolean;
  /** Whether a program that knows other migrations works on the folder at this moment. */
  isSharedWithOtherVersion: () => Promise<boolean>;
  /** Leaves the server; whoever leaves last stops it. */
  stop: () => Promise<void>;
};

type Options = {
  dataDir: string;
  log: Log;
  /** Off only in tests: the data does not survive a power cut then. */
  durable?: boolean;
  /** The newest migration that this program knows: what tells versions apart. */
  version?: string;
};

type Presence = { client: pg.Client; server: RunningServer; started: boolean };

/** Every program that uses the server holds this lock, shared; who gets it alone may stop the server. */
const presenceLock = "7203894651";

const presenceName = "warmline at ";

const unreachableSecondsMax = 30;
const stopSecondsMax = 120;
const retryMsMax = 30_000;
const databaseName = "warmline";

/**
 * The database in the data folder: attaches to the server that runs there, or starts it. Programs on one folder need
 * not know of each other: a server that was left alone by a crash is taken over by the next program and stopped by it.
 */
export async function openEmbedded(options: Options): Promise<EmbeddedPostgres> {
  const { dataDir, log, durable = true } = options;
  const found = openDataFolder(dataDir);
  if (!found.exists) await initialise(found, durable);
  const folder = openDataFolder(dataDir);
  const name = `${presenceName}${options.version ?? ""}`;
  let presence = await join(folder, durable, name);
  log.info({ folder: folder.root, attached: !presence.started }, "database ready");
  await createDatabase(presence.client);

  const heartbeat = startHeartbeat(folder);
  const leaving = new AbortController();
  let rejoining: Promise<void> | undefined;
  const watch = ({ client }: Presence) => {
    client.once("end", () => {
      if (!leaving.signal.aborted) rejoining = rejoin();
    });
  };
  const rejoin = async () => {
    log.warn({ folder: folder.root }, "the database ended unexpectedly: starting it again");
    for (let waitMs = 500; !leaving.signal.aborted; waitMs = Math.min(waitMs * 2, retryMsMax)) {
      try {
        presence = await join(folder, durable, name);
        watch(presence);
        return;
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, "the database does not start: trying again");
        await sleep(waitMs, undefined, { signal: leaving.signal }).catch(() => undefined);
      }
    }
  };
  watch(presence);

  return {
    connection: connectionOf(folder, presence.server, databaseName),
    attached: !presence.started,
    isSharedWithOtherVersion: async () => {
      const { rows } = await presence.client.query(
        "select exists (select from pg_stat_activity where starts_with(application_name, $1) and application_name <> $2) as shared",
        [presenceName, name],
      );
      return rows[0]?.shared === true;
    },
    stop: async () => {
      leaving.abort();
      await rejoining;
      heartbeat.stop();
      await leave(folder, presence, log);
    },
  };
}

/** Starts the server if none runs, and holds the shared lock on it. */
async function join(folder: DataFolder, durable: boolean, name: string): Promise<Presence> {
  let started = false;
  for (let waitedMs = 0; ; waitedMs += 50) {
    const server = findServer(folder);
    if (!server) {
      await refuseWhereOthersWork(folder);
      await startServer(folder, durable);
      started = true;
      continue;
    }
    const client = new pg.Client({ ...connectionOf(folder, server, "postgres"), application_name: name });
    // Without a listener an error of the connection would end the program.
    client.on("error", () => undefined);
    try {
      await client.connect();
      // Waits for one who is about to stop the server, and fails when it has stopped.
      await client.query(`select pg_advisory_lock_shared(${presenceLock})`);
      return { client, server, started };
    } catch (error) {
      await client.end().catch(() => undefined);
      // Starting, recovering and stopping take as long as they take.
      if (isCode(error, "57P03") || isCode(error, "57P01")) waitedMs = 0;
      if (isCode(error, "28P01") || waitedMs > unreachableSecondsMax * 1000) {
        throw Object.assign(new AppError("data_folder_in_use", { folder: folder.root, pid: server.pid }), {
          cause: error,
        });
      }
      await sleep(50);
    }
  }
}

async function leave(folder: DataFolder, { client, server }: Presence, log: Log): Promise<void> {
  try {
    await client.query(`select pg_advisory_unlock_shared(${presenceLock})`);
    const { rows } = await client.query(`select pg_try_advisory_lock(${presenceLock}) as alone`);
    if (rows[0]?.alone && findServer(folder)?.pid === server.pid) {
      process.kill(server.pid, "SIGINT");
      const gone = await waitUntilGone(folder, server.pid, stopSecondsMax);
      if (!gone) log.warn({ pid: server.pid }, "the database is still stopping");
      else {
        removeHeartbeat(folder);
        removeFolder(server.socketDir);
      }
    }
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, "the database was already gone");
  }
  await client.end().catch(() => undefined);
}

/** Errors of the driver carry its whole state, with the password: logs get the words only. */
function reasonOf(error: unknown): string {
  return setupMessage(error) ?? (error instanceof Error ? error.message : String(error));
}

/** Empty by now, unless the next program was quick to start: then it is theirs. */
function removeFolder(socketDir: string): void {
  try {
    rmdirSync(socketDir);
  } catch {
    // In use, or removed already.
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = $1", [databaseName]);
  if (rowCount) return;
  try {
    await client.query(`create database ${databaseName}`);
  } catch (error) {
    // 42P04 and 23505: another program created it at the same moment.
    if (!isCode(error, "42P04") && !isCode(error, "23505")) throw error;
  }
}

function connectionOf(folder: DataFolder, server: RunningServer, database: string) {
  // A service may have a temporary directory of its own; the kernel shows it to those who may look.
  const host = existsSync(server.socketDir) ? server.socketDir : `/proc/${server.pid}/root${server.socketDir}`;
  return { host, port: socketPort, user: ownerName, password: readPassword(folder), database };
}
