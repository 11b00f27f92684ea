import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { migrate, planMigrations } from "#server/platform/migrate.ts";
import { prepareDatabase } from "#server/platform/prepare-database.ts";
import { testDatabase } from "#test/database.ts";

const database = testDatabase({ migrated: false });
const log = { info: () => undefined, warn: () => undefined };
const base = mkdtempSync(join(tmpdir(), "warmline-migrations-"));
let directory: string;

beforeEach(async () => {
  directory = mkdtempSync(join(base, "set-"));
  await database.ownerPool.query("drop table if exists migrations, one, two");
  write("0001_one", "create table one (id int)");
});
afterAll(() => rmSync(base, { recursive: true }));

function write(name: string, sql: string, promise = "breaking"): void {
  writeFileSync(join(directory, `${name}.sql`), `-- ${promise}\n${sql};\n`);
}

const run = () => migrate({ pool: database.ownerPool, log, directory });
const plan = () => planMigrations({ pool: database.ownerPool, directory });

async function tables(): Promise<string[]> {
  const { rows } = await database.ownerPool.query(
    "select tablename from pg_tables where schemaname = 'public' order by 1",
  );
  return rows.map(({ tablename }) => tablename);
}

test("what is pending runs once, in order", async () => {
  write("0002_two", "create table two as select * from one");

  expect(await plan()).toMatchObject({ pending: ["0001_one", "0002_two"], empty: true });
  expect(await run()).toEqual({ applied: ["0001_one", "0002_two"] });
  expect(await run()).toEqual({ applied: [] });
  expect(await plan()).toMatchObject({ pending: [], empty: false });
});

test("programs that start at once run each migration once", async () => {
  const results = await Promise.all([run(), run(), run()]);

  expect(results.flatMap(({ applied }) => applied)).toEqual(["0001_one"]);
});

test("a migration that fails leaves nothing behind, and those before it stay", async () => {
  write("0002_two", "create table two (id int);\nselect nonsense");

  await expect(run()).rejects.toMatchObject({ code: "migration_failed", details: { migration: "0002_two", line: 3 } });
  expect(await tables()).toEqual(["migrations", "one"]);

  write("0002_two", "create table two (id int)");
  expect(await run()).toEqual({ applied: ["0002_two"] });
});

test("a migration that was changed after it ran stops the start", async () => {
  await run();
  write("0001_one", "create table one (id bigint)");

  await expect(run()).rejects.toMatchObject({ code: "migration_changed", details: { migrations: ["0001_one"] } });
});

test("a file that does not say what it means for an older server is refused", async () => {
  writeFileSync(join(directory, "0002_two.sql"), "create table two ();\n");

  await expect(run()).rejects.toThrow("0002_two.sql");
});

describe("a database that a newer program has migrated", () => {
  test("stops this one when the migration breaks with the past", async () => {
    await run();
    write("0002_two", "create table two (id int)");
    await run();
    rmSync(join(directory, "0002_two.sql"));

    await expect(plan()).rejects.toMatchObject({ code: "database_newer", details: { migrations: ["0002_two"] } });
  });

  test("serves this one when the migration says so", async () => {
    write("0002_two", "create table two (id int)", "compatible");
    await run();
    rmSync(join(directory, "0002_two.sql"));

    expect(await plan()).toMatchObject({ pending: [], unknown: ["0002_two"] });
  });
});

describe("at start", () => {
  const prepare = async (embedded: boolean, shared = false) => {
    const backups: string[] = [];
    const { appPool, ownerPool } = database;
    const opened = {
      appPool,
      ownerPool,
      embedded,
      isSharedWithOtherVersion: async () => shared,
      close: async () => undefined,
    };
    const backUp = async (reason: string) => void backups.push(reason);
    await prepareDatabase(opened, { log, backUp, directory });
    return backups;
  };

  test("the embedded database is migrated, with a backup unless it was empty", async () => {
    expect(await prepare(true)).toEqual([]);
    write("0002_two", "create table two (id int)");
    expect(await prepare(true)).toEqual(["before-0002_two"]);
    expect(await prepare(true)).toEqual([]);
    expect(await tables()).toContain("two");
  });

  test("nothing is changed under the hands of a program of another version", async () => {
    await prepare(true);
    write("0002_two", "create table two (id int)");

    await expect(prepare(true, true)).rejects.toMatchObject({ code: "database_shared_with_other_version" });
    expect(await tables()).not.toContain("two");
  });

  test("a server of one's own is not touched: what is pending is named", async () => {
    await expect(prepare(false)).rejects.toMatchObject({
      code: "migrations_pending",
      details: { pending: ["0001_one"] },
    });
    expect(await tables()).toEqual([]);

    await run();
    expect(await prepare(false)).toEqual([]);
  });
});
