import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDataFolder, socketFolder } from "#server/platform/data-folder.ts";
import { ask, embeddedDatabases, isRunning, pidOf, startProgram } from "#test/embedded.ts";

const { base, open } = embeddedDatabases();
const isRoot = process.getuid?.() === 0;
const nobody = 65534;

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

    await expect(open(dataDir)).rejects.toMatchObject({ code: "data_folder_in_use" });
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
