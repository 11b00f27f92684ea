import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { openDataFolder, socketFolder } from "#server/platform/data-folder.ts";
import { type EmbeddedPostgres, openEmbedded } from "#server/platform/embedded-postgres.ts";
import { findServer } from "#server/platform/postgres-process.ts";

const log = { info: () => undefined, warn: () => undefined };
const isRoot = process.getuid?.() === 0;
const nobody = 65534;

const base = mkdtempSync(join(tmpdir(), "warmline-embedded-"));
chmodSync(base, 0o755);
const opened: EmbeddedPostgres[] = [];

afterEach(async () => {
  for (const server of opened.splice(0)) await server.stop();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function open(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await openEmbedded({ dataDir, log, durable: false });
  opened.push(server);
  return server;
}

async function ask(server: EmbeddedPostgres, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(server.connection);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function pidOf(dataDir: string): number {
  const server = findServer(openDataFolder(dataDir));
  if (!server) throw new Error("no server runs there");
  return server.pid;
}

function isRunning(dataDir: string): boolean {
  return findServer(openDataFolder(dataDir)) !== undefined;
}

describe("one program", () => {
  const dataDir = join(base, "one");

  test("starts, keeps what was written, and leaves nothing running", async () => {
    const first = await open(dataDir);
    await ask(first, "create table notes as select 'kept' as note");
    await first.stop();
    expect(isRunning(dataDir)).toBe(false);

    const second = await open(dataDir);
    expect(await ask(second, "select note from notes")).toEqual([{ note: "kept" }]);
    expect(second.attached).toBe(false);
  });

  test("opens no port, checks its pages, and lets nobody in without the password", async () => {
    const server = await open(dataDir);

    const [settings] = await ask(
      server,
      `select current_setting('listen_addresses') as ports, current_setting('data_checksums') as checksums,
        current_setting('server_encoding') as encoding, (select datlocale from pg_database where datname = 'warmline') as locale`,
    );
    expect(settings).toEqual({ ports: "", checksums: "on", encoding: "UTF8", locale: "C.UTF-8" });
    expect(statSync(server.connection.host).mode & 0o077).toBe(0);
    const stranger = new pg.Client({ ...server.connection, password: "guessed" });
    await expect(stranger.connect()).rejects.toMatchObject({ code: "28P01" });
  });

  test("writes every commit to the disk before it is acknowledged, unless a test says otherwise", async () => {
    const server = await openEmbedded({ dataDir, log });
    opened.push(server);

    const [settings] = await ask(
      server,
      "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits, current_setting('full_page_writes') as pages",
    );
    expect(settings).toEqual({ fsync: "on", commits: "on", pages: "on" });
  });

  test("keeps the password to itself", async () => {
    expect(statSync(join(dataDir, "postgres/password")).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o077).toBe(0);
  });
});

describe("several programs on one folder", () => {
  const dataDir = join(base, "several");

  test("the second attaches, and the server stays until the last has left", async () => {
    const first = await open(dataDir);
    const second = await open(dataDir);
    expect([first.attached, second.attached]).toEqual([false, true]);

    await first.stop();
    expect(await ask(second, "select 1 as one")).toEqual([{ one: 1 }]);

    await second.stop();
    expect(isRunning(dataDir)).toBe(false);
  });

  test("six that start and stop at once never stop each other's server", async () => {
    const fresh = join(base, "crowd");

    const answers = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        await sleep(index * 15);
        const server = await openEmbedded({ dataDir: fresh, log, durable: false });
        await sleep(index * 25);
        const rows = await ask(server, `select ${index} as n`);
        await server.stop();
        return rows[0]?.n;
      }),
    );

    expect(answers).toEqual([0, 1, 2, 3, 4, 5]);
    expect(isRunning(fresh)).toBe(false);
    expect(readdirSync(fresh)).toEqual(["postgres"]);
  });
});

describe("after a crash", () => {
  const dataDir = join(base, "crash");

  test("what was committed is there, and a transaction that was open is not", async () => {
    const program = await startProgram(dataDir);
    await program.kill();
    process.kill(pidOf(dataDir), "SIGKILL");

    const server = await open(dataDir);
    expect(await ask(server, "select note from notes order by note")).toEqual([{ note: "committed" }]);
  });

  test("a server that outlived its program is taken over, and stopped at the end", async () => {
    const program = await startProgram(dataDir);
    const pid = pidOf(dataDir);
    await program.kill();
    expect(pidOf(dataDir)).toBe(pid);

    const server = await open(dataDir);
    expect(server.attached).toBe(true);
    await server.stop();
    expect(isRunning(dataDir)).toBe(false);
  });

  test("the program starts a database again that ended under it", async () => {
    const server = await open(dataDir);
    const pid = pidOf(dataDir);
    process.kill(pid, "SIGKILL");

    await expect
      .poll(() => ask(server, "select 1 as one").catch(() => "not yet"), { timeout: 15_000 })
      .toEqual([{ one: 1 }]);
    expect(pidOf(dataDir)).not.toBe(pid);
  });

  test("a process that was given the number of a dead server does not stand in the way", async () => {
    const server = await open(dataDir);
    const owner = statSync(server.connection.host);
    const pidFile = readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8");
    await server.stop();
    const other = spawn("sleep", ["60"], isRoot ? { uid: owner.uid, gid: owner.gid } : {});
    writeFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), pidFile.replace(/^\d+/, String(other.pid)));
    mkdirSync(server.connection.host, { mode: 0o700 });
    chownSync(server.connection.host, owner.uid, owner.gid);
    writeFileSync(join(server.connection.host, ".s.PGSQL.5432.lock"), `${other.pid}\n`);

    const again = await open(dataDir);
    expect(await ask(again, "select 1 as one")).toEqual([{ one: 1 }]);
    other.kill();
  });

  test("what a crash during the first start left behind is no database", async () => {
    const fresh = join(base, "half");
    mkdirSync(join(fresh, "postgres.new-abc/cluster"), { recursive: true });

    const server = await open(fresh);
    expect(await ask(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

describe("where the folder lies", () => {
  test("a path too long for a socket", async () => {
    const server = await open(join(base, "long/".repeat(40), "data"));

    expect(await ask(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a path with spaces, quotes and Chinese", async () => {
    const server = await open(join(base, `my "data" 数据 'x'`));

    expect(await ask(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test.skipIf(!isRoot)("below a folder that only root may enter", async () => {
    const closed = join(base, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const dataDir = join(closed, "data");

    const first = await open(dataDir);
    await ask(first, "create table notes as select 'kept' as note");
    process.kill(pidOf(dataDir), "SIGKILL");
    await expect
      .poll(() => ask(first, "select note from notes").catch(() => "not yet"), { timeout: 15_000 })
      .toEqual([{ note: "kept" }]);
    await first.stop();

    expect(statSync(join(dataDir, "postgres/cluster")).uid).not.toBe(0);
    const second = await open(dataDir);
    expect(await ask(second, "select note from notes")).toEqual([{ note: "kept" }]);
  });

  test.skipIf(!isRoot)("as somebody who is not root", async () => {
    const dataDir = join(base, "as-nobody");
    mkdirSync(dataDir);
    chownSync(dataDir, nobody, nobody);

    const program = await startProgram(dataDir, nobody);
    expect(statSync(`/proc/${pidOf(dataDir)}`).uid).toBe(nobody);
    await program.stop();
    expect(isRunning(dataDir)).toBe(false);

    const asRoot = await open(dataDir);
    expect(await ask(asRoot, "select note from notes")).toEqual([{ note: "committed" }]);
    expect(statSync(`/proc/${pidOf(dataDir)}`).uid).toBe(nobody);
  });
});

describe("what stands in the way is said", () => {
  test("a cluster of another major version", async () => {
    const dataDir = join(base, "old");
    mkdirSync(join(dataDir, "postgres/cluster"), { recursive: true });
    writeFileSync(join(dataDir, "postgres/cluster/PG_VERSION"), "17\n");

    await expect(open(dataDir)).rejects.toMatchObject({
      code: "data_folder_other_version",
      details: { found: "17", needed: "18" },
    });
  });

  test("a cluster without its version is damaged, and is not replaced", async () => {
    const dataDir = join(base, "damaged");
    mkdirSync(join(dataDir, "postgres/cluster"), { recursive: true });

    await expect(open(dataDir)).rejects.toMatchObject({ code: "data_folder_damaged" });
  });

  test("a file in the place of the folder", async () => {
    writeFileSync(join(base, "file"), "");

    await expect(open(join(base, "file/data"))).rejects.toMatchObject({ code: "data_folder_not_writable" });
  });

  test("a database that another program holds with a password of its own", async () => {
    const dataDir = join(base, "held");
    const server = await open(dataDir);
    const passwordFile = join(dataDir, "postgres/password");
    const password = readFileSync(passwordFile);
    writeFileSync(passwordFile, "another");

    await expect(openEmbedded({ dataDir, log })).rejects.toMatchObject({ code: "data_folder_in_use" });
    writeFileSync(passwordFile, password);
    expect(await ask(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test.skipIf(!isRoot)("a folder that belongs to somebody else", async () => {
    const dataDir = join(base, "of-root");
    mkdirSync(dataDir, { mode: 0o755 });

    const program = await startProgram(dataDir, nobody).catch((error: Error) => error);
    expect(String(program)).toContain("data_folder_not_writable");
  });

  test.skipIf(!isRoot)("a full disk", async () => {
    const dataDir = join(base, "full");
    mkdirSync(dataDir);
    if (spawnSync("sh", ["-c", `mount -t tmpfs -o size=30m tmpfs ${dataDir}`]).status !== 0) return;
    try {
      await expect(open(dataDir)).rejects.toMatchObject({ code: "data_folder_full" });
    } finally {
      spawnSync("sh", ["-c", `umount ${dataDir}`]);
    }
  });
});

test("somebody else's folder in the place of ours in the temporary directory is not used", async () => {
  const dataDir = join(base, "squatted");
  const first = await open(dataDir);
  await first.stop();
  const ours = socketFolder(openDataFolder(dataDir));
  rmSync(ours, { recursive: true });
  mkdirSync(ours);
  chmodSync(ours, 0o777);

  const server = await open(dataDir);

  expect(server.connection.host).not.toBe(ours);
  expect(statSync(server.connection.host).mode & 0o077).toBe(0);
  await server.stop();
  rmSync(ours, { recursive: true });
});

/** Another program on the folder, which commits one row and leaves a second one uncommitted. */
async function startProgram(dataDir: string, uid?: number) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../../test/embedded-program.ts"), dataDir], {
    cwd: join(import.meta.dirname, "../../.."),
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
