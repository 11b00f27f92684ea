import { spawn } from "node:child_process";
import { chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { ask, embeddedDatabases, isRunning, pidOf, startProgram } from "#test/embedded.ts";

const { base, open } = embeddedDatabases();
const isRoot = process.getuid?.() === 0;

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
    const server = await open(dataDir, true);

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

  test("each knows whether one of another version is there", async () => {
    const older = await open(dataDir, false, "0001_one");
    const newer = await open(dataDir, false, "0002_two");
    expect(await newer.isSharedWithOtherVersion()).toBe(true);

    await older.stop();
    const same = await open(dataDir, false, "0002_two");
    expect(await newer.isSharedWithOtherVersion()).toBe(false);
    expect(same.attached).toBe(true);
  });

  test("six that start and stop at once never stop each other's server", async () => {
    const fresh = join(base, "crowd");

    const answers = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        await sleep(index * 15);
        const server = await open(fresh);
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
