import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postgresBinaries } from "#server/platform/postgres-binaries.ts";

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };
const base = mkdtempSync("/tmp/warmline-binaries-");
const closed = join(base, "closed");
const temporary = join(base, "tmp");
const savedTemporary = process.env.TMPDIR;

beforeAll(() => {
  chmodSync(base, 0o755);
  mkdirSync(closed, { mode: 0o700 });
  mkdirSync(temporary);
  chmodSync(temporary, 0o1777);
  process.env.TMPDIR = temporary;
  const { postgres } = postgresBinaries(undefined);
  cpSync(join(postgres, "../../.."), join(closed, "package"), { recursive: true, verbatimSymlinks: true });
});

afterAll(() => {
  process.env.TMPDIR = savedTemporary;
  rmSync(base, { recursive: true, force: true });
});

const find = () => postgresBinaries(nobody, join(closed, "package"));

test.skipIf(!isRoot)(
  "binaries below a folder that only root may enter are copied to where everybody can run them",
  () => {
    const { postgres, initdb } = find();

    expect(postgres.startsWith(closed)).toBe(false);
    for (const program of [postgres, initdb]) {
      expect(spawnSync(program, ["--version"], { ...nobody, cwd: "/", encoding: "utf8" }).stdout).toContain(
        "PostgreSQL",
      );
    }
    expect(statSync(postgres)).toMatchObject({ uid: 0 });
    expect(statSync(postgres).mode & 0o022).toBe(0);
  },
);

test.skipIf(!isRoot)("the copy is made once", () => {
  expect(find()).toEqual(find());
});

test.skipIf(!isRoot)("a copy that somebody else could have changed is not used", () => {
  const copy = join(find().postgres, "../../..");
  chmodSync(copy, 0o777);
  const before = statSync(copy).ino;

  const { postgres } = find();

  expect(statSync(join(postgres, "../../..")).ino).not.toBe(before);
});

test.skipIf(!isRoot)("a copy that a cleaner has thinned out is made again", () => {
  const { postgres } = find();
  rmSync(join(postgres, "../../lib/libpq.so.5.18"), { force: true });
  rmSync(join(postgres, "../../share"), { recursive: true });

  const again = find();

  expect(spawnSync(again.postgres, ["--version"], { ...nobody, cwd: "/" }).status).toBe(0);
  expect(statSync(join(again.postgres, "../../share")).isDirectory()).toBe(true);
});
