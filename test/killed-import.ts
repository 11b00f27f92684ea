import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { openDataFolder, readPassword } from "#server/platform/data-folder.ts";
import { findServer, ownerName } from "#server/platform/postgres-process.ts";
import { socketPort } from "#server/platform/postgres-settings.ts";

const root = join(import.meta.dirname, "..");
const waitMs = 5;
const patienceMs = 60_000;

export type Killed = {
  /** Rows that were seen committed from outside before everything was killed. */
  seen: number;
  /** After how many rows the import went on when it was started again; undefined for the first start. */
  wentOnAfter: number | undefined;
};

/** Runs the program to its end, with its own database server, as a person at a terminal would. */
export async function warmline(...words: string[]): Promise<{ out: string; said: string; status: number | null }> {
  const child = startProgram(words);
  let out = "";
  let said = "";
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  const status = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { out, said, status };
}

/**
 * Starts an import and kills the program and its database server, all of them at once, when `afterMs` have passed since
 * it committed its first batch; the import may have ended before that.
 */
export async function killImport(
  words: string[],
  { dataDir, afterMs }: { dataDir: string; afterMs: number },
): Promise<Killed> {
  const child = startProgram(words);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const watching = watch(dataDir, () => child.exitCode !== null);
  await watching.moved;
  await wait(afterMs);
  const seen = await watching.stop();
  const server = findServer(openDataFolder(dataDir));
  const tree = server ? [server.pid, ...below(server.pid)] : [];
  for (const pid of [child.pid ?? 0, ...tree]) kill(pid);
  await ended;
  const wentOn = /interrupted after row (\d+)/.exec(said)?.[1];
  return { seen, wentOnAfter: wentOn === undefined ? undefined : Number(wentOn) };
}

function startProgram(words: string[]) {
  return spawn(process.execPath, [join(root, "src/cli/main.ts"), ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Reads, on a connection of its own, how many rows of any import are committed, again and again. */
function watch(dataDir: string, isOver: () => boolean) {
  let seen = 0;
  let first: number | undefined;
  let isStopped = false;
  const { promise: moved, resolve } = Promise.withResolvers<void>();
  const loop = (async () => {
    const startedMs = performance.now();
    let client: pg.Client | undefined;
    while (!isStopped && performance.now() - startedMs < patienceMs) {
      client ??= await connect(dataDir);
      const rows = await client?.query("select max(rows_done)::int as rows from imports").catch(() => undefined);
      if (rows) {
        seen = Math.max(seen, rows.rows[0]?.rows ?? 0);
        first ??= seen;
      }
      if (seen > (first ?? 0) || isOver()) resolve();
      await wait(waitMs);
    }
    await client?.end().catch(() => undefined);
    resolve();
  })();
  const stop = async () => {
    isStopped = true;
    await loop;
    return seen;
  };
  return { moved, stop };
}

async function connect(dataDir: string): Promise<pg.Client | undefined> {
  try {
    const folder = openDataFolder(dataDir);
    const server = findServer(folder);
    if (!server?.ready) return undefined;
    const client = new pg.Client({
      host: server.socketDir,
      port: socketPort,
      user: ownerName,
      password: readPassword(folder),
      database: ownerName,
    });
    client.on("error", () => undefined);
    await client.connect();
    return client;
  } catch {
    return undefined;
  }
}

/** Every process below one, on systems that have /proc. */
function below(pid: number): number[] {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return children.flatMap((child) => [Number(child), ...below(Number(child))]);
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended on its own.
  }
}
