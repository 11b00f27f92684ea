import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach } from "vitest";
import { openDataFolder } from "#server/platform/data-folder.ts";
import { type EmbeddedPostgres, openEmbedded } from "#server/platform/embedded-postgres.ts";
import { findServer } from "#server/platform/postgres-process.ts";

const log = { info: () => undefined, warn: () => undefined };

/** Data folders of their own for the test file that calls this at its top; what a test left running is stopped after it. */
export function embeddedDatabases() {
  const base = mkdtempSync(join(tmpdir(), "warmline-embedded-"));
  // Others may pass it, so that only what a test closes is closed.
  chmodSync(base, 0o755);
  const opened: EmbeddedPostgres[] = [];

  afterEach(async () => {
    for (const server of opened.splice(0)) await server.stop();
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  const open = async (dataDir: string, durable = false, version = ""): Promise<EmbeddedPostgres> => {
    const server = await openEmbedded({ dataDir, log, durable, version });
    opened.push(server);
    return server;
  };
  return { base, open };
}

/** One question as the owner, on a connection of its own. */
export async function ask(server: EmbeddedPostgres, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(server.connection);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

export function pidOf(dataDir: string): number {
  const server = findServer(openDataFolder(dataDir));
  if (!server) throw new Error("no server runs there");
  return server.pid;
}

export function isRunning(dataDir: string): boolean {
  return findServer(openDataFolder(dataDir)) !== undefined;
}

/** Another program on the folder, which commits one row and leaves a second one uncommitted. */
export async function startProgram(dataDir: string, uid?: number) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "embedded-program.ts"), dataDir], {
    cwd: join(import.meta.dirname, ".."),
    stdio: ["pipe", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let output = "";
  child.stderr.on("data", (chunk) => {
    output += String(chunk);
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once("data", () => resolve());
    child.once("exit", () => reject(new Error(output)));
  });
  const end = async (how: () => void) => {
    how();
    await ended;
  };
  return { kill: () => end(() => child.kill("SIGKILL")), stop: () => end(() => child.stdin.end()) };
}
