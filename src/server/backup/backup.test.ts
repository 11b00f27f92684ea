import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backUp } from "#server/backup/back-up.ts";
import { isWorkspaceTable, readCatalogue } from "#server/backup/catalogue.ts";
import { exportWorkspace } from "#server/backup/export-workspace.ts";
import { restore } from "#server/backup/restore.ts";
import { testDatabase } from "#test/database.ts";

const here = testDatabase();
const elsewhere = testDatabase();
const occupied = testDatabase();
const whole = testDatabase();
const damaged = testDatabase();

const workspaceId = "0190a000-0000-7000-8000-000000000001";
const otherId = "0190a000-0000-7000-8000-000000000002";
const lin = "0190a000-0000-7000-8000-00000000000a";
const now = new Date("2026-11-24T08:00:00Z");
const dir = mkdtempSync(join(tmpdir(), "warmline-backup-"));
const exported = join(dir, "exported");

beforeAll(async () => {
  await aWorkspace(here.ownerPool, workspaceId, "north", lin, "lin@example.com");
  await aWorkspace(here.ownerPool, otherId, "south", "0190a000-0000-7000-8000-00000000000b", "ana@example.com");
  await here.ownerPool.query(
    `select graphile_worker.add_job('close-forgotten-call', json_build_object('workspaceId', $1::text, 'userId', $2::text,
      'input', '{}'::json), run_at := $3::timestamptz, job_key := 'one')`,
    [workspaceId, lin, now],
  );
  await exportWorkspace(here.ownerPool, { workspaceId, dir: exported });
});

afterAll(() => rmSync(dir, { recursive: true }));

test("a restored workspace, exported again, gives the same bytes", async () => {
  const restored = await restore(elsewhere.ownerPool, exported);
  // Moves a row to the end of its table, as work does.
  await elsewhere.ownerPool.query("update teams set name = name where name = 'A'");
  await exportWorkspace(elsewhere.ownerPool, { workspaceId, dir: join(dir, "again") });

  expect(restored).toMatchObject({ workspaces: [{ slug: "north" }], joined: [] });
  expect(filesIn(join(dir, "again"))).toEqual(filesIn(exported));
});

test("every table of the workspace is in the export, and nothing of another workspace", async () => {
  const client = await here.ownerPool.connect();
  const tables = (await readCatalogue(client)).filter(isWorkspaceTable).map(({ name }) => `${name}.csv`);
  client.release();

  expect(readdirSync(exported)).toEqual(expect.arrayContaining(tables));
  const text = [...filesIn(exported).values()].join("\n");
  expect(text).not.toContain(otherId);
  expect(text).not.toContain("ana@example.com");
});

test("texts that CSV could spoil come back as they were", async () => {
  const { rows } = await elsewhere.ownerPool.query("select notes, custom, tags from contacts");

  expect(rows).toEqual([{ notes: hardText, custom: { key: hardText }, tags: ["", "NULL", 'a,"b'] }]);
});

test("jobs that wait come along", async () => {
  const { rows } = await elsewhere.ownerPool.query("select task_identifier, key, run_at from graphile_worker.jobs");

  expect(rows).toEqual([{ task_identifier: "close-forgotten-call", key: "one", run_at: now }]);
});

test("somebody who is here already under the same address is joined, not doubled", async () => {
  const present = "0190a000-0000-7000-8000-0000000000ff";
  await aPerson(occupied.ownerPool, present, "lin@example.com", "kept");

  const restored = await restore(occupied.ownerPool, exported);

  expect(restored.joined).toEqual([{ email: "lin@example.com", former: lin, present }]);
  const { rows } = await occupied.ownerPool.query(
    `select m.user_id, c.owner_id, c.created_by, u.name from memberships m
      join contacts c on c.owner_id = m.user_id join users u on u.id = m.user_id`,
  );
  expect(rows).toEqual([{ user_id: present, owner_id: present, created_by: present, name: "kept" }]);
});

test("a workspace is not restored over itself", async () => {
  await expect(restore(elsewhere.ownerPool, exported)).rejects.toMatchObject({
    code: "restore_refused",
    details: { reason: "workspace_exists" },
  });
});

test.each([
  ["a changed value", (copy: string) => change(join(copy, "contacts.csv"), "Chen", "Chan")],
  ["a missing file", (copy: string) => rmSync(join(copy, "contacts.csv"))],
  ["a changed manifest", (copy: string) => change(join(copy, "manifest.json"), "north", "nörth")],
])("%s is noticed, and nothing is restored", async (name, damage) => {
  const copy = join(dir, name);
  cpSync(exported, copy, { recursive: true });
  damage(copy);

  await expect(restore(damaged.ownerPool, copy)).rejects.toMatchObject({ code: "backup_damaged" });
  const { rows } = await damaged.ownerPool.query("select count(*)::int as n from workspaces");
  expect(rows).toEqual([{ n: 0 }]);
});

test("a copy from a newer program is refused", async () => {
  const { rowCount } = await damaged.ownerPool.query("delete from migrations where name >= '0002'");
  expect(rowCount).toBeGreaterThan(0);

  await expect(restore(damaged.ownerPool, exported)).rejects.toMatchObject({ code: "backup_of_other_version" });
});

test("a backup brings everything back into an empty database, and only there", async () => {
  const backup = await backUp(here.ownerPool, { dir: join(dir, "backups"), keep: 3, reason: "daily", now });

  const restored = await restore(whole.ownerPool, backup);

  expect(restored.workspaces.map(({ slug }) => slug)).toEqual(["north", "south"]);
  const again = await backUp(whole.ownerPool, { dir: join(dir, "backups-again"), keep: 3, reason: "daily", now });
  expect(hashesIn(again)).toEqual(hashesIn(backup));
  await expect(restore(whole.ownerPool, backup)).rejects.toMatchObject({ code: "restore_refused" });
});

test("the oldest backups go, and daily ones do not push out the one before an upgrade", async () => {
  const backups = join(dir, "kept");
  mkdirSync(join(backups, "20261101T000000Z-daily.partial-4194305"), { recursive: true });
  const on = (day: number) => new Date(Date.UTC(2026, 10, day));
  await backUp(here.ownerPool, { dir: backups, keep: 2, reason: "before-0002_contacts", now: on(1) });
  for (const day of [2, 3, 4]) await backUp(here.ownerPool, { dir: backups, keep: 2, reason: "daily", now: on(day) });

  expect(readdirSync(backups)).toEqual([
    "20261101T000000Z-before-0002_contacts",
    "20261103T000000Z-daily",
    "20261104T000000Z-daily",
  ]);
});

test("only the owner of the files can read an export", () => {
  expect(statSync(exported).mode & 0o077).toBe(0);
  expect(statSync(join(exported, "users.csv")).mode & 0o077).toBe(0);
});

const hardText = 'Chen "远",\r\n\\. \\N \t\u2028 end ';

async function aPerson(pool: pg.Pool, id: string, email: string, name: string): Promise<void> {
  await pool.query("insert into users (id, name, email) values ($1, $2, $3)", [id, name, email]);
  await pool.query(
    "insert into credentials (account_id, provider_id, user_id, password) values ($1::uuid::text, 'credential', $1::uuid, 'hash')",
    [id],
  );
}

async function aWorkspace(pool: pg.Pool, id: string, slug: string, userId: string, email: string): Promise<void> {
  await aPerson(pool, userId, email, "Lin");
  await pool.query("insert into workspaces (workspace_id, slug, name, created_at) values ($1, $2, $2, $3)", [
    id,
    slug,
    now,
  ]);
  await pool.query("insert into teams (workspace_id, name) values ($1, 'A'), ($1, 'B')", [id]);
  await pool.query("insert into memberships (workspace_id, user_id, role, created_at) values ($1, $2, 'admin', $3)", [
    id,
    userId,
    now,
  ]);
  await pool.query(
    `insert into contacts (workspace_id, owner_id, created_by, full_name, sort_name, name_key, notes, custom, tags, created_at, updated_at)
      values ($1, $2, $2, 'Chen', 'chen', 'chen', $3, $4, $5, $6, $6)`,
    [id, userId, hardText, JSON.stringify({ key: hardText }), ["", "NULL", 'a,"b'], now],
  );
}

function filesIn(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "latin1")]),
  );
}

function hashesIn(folder: string): unknown {
  const text = readFileSync(join(folder, "manifest.json"), "utf8").trimEnd();
  const { files } = JSON.parse(text.slice(0, text.lastIndexOf("\n")));
  // When a migration ran differs between two databases.
  return files.filter(({ table }: { table: string }) => table !== "migrations");
}

function change(path: string, from: string, to: string): void {
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
}
