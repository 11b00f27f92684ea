import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDataFolder } from "#server/platform/data-folder.ts";
import { refuseWhereOthersWork } from "#server/platform/heartbeat.ts";
import { embeddedDatabases } from "#test/embedded.ts";

const { base, open } = embeddedDatabases();

async function aFolderLeftBy(name: string, whose: string): Promise<{ dataDir: string; alive: string }> {
  const dataDir = join(base, name);
  const server = await open(dataDir);
  const alive = join(dataDir, "postgres/alive");
  const pidFile = join(dataDir, "postgres/cluster/postmaster.pid");
  const pid = readFileSync(pidFile);
  await server.stop();
  writeFileSync(pidFile, pid);
  writeFileSync(alive, whose);
  return { dataDir, alive };
}

test("a folder on which another machine works is left alone", async () => {
  const { dataDir, alive } = await aFolderLeftBy("shared", "another machine\n");
  const beating = setInterval(() => utimesSync(alive, new Date(), new Date()), 100);

  try {
    await expect(open(dataDir)).rejects.toMatchObject({ code: "data_folder_in_use", details: { elsewhere: true } });
  } finally {
    clearInterval(beating);
  }
});

test("one that another machine left in a crash is taken over after a while", async () => {
  const { dataDir } = await aFolderLeftBy("left", "another machine\n");

  await expect(refuseWhereOthersWork(openDataFolder(dataDir), 600)).resolves.toBeUndefined();
});

test("nobody waits after a crash on the same machine, nor after a clean stop", async () => {
  const dataDir = join(base, "here");
  const server = await open(dataDir);
  expect(existsSync(join(dataDir, "postgres/alive"))).toBe(true);
  await expect(refuseWhereOthersWork(openDataFolder(dataDir), 60_000)).resolves.toBeUndefined();

  await server.stop();
  expect(existsSync(join(dataDir, "postgres/alive"))).toBe(false);
});
