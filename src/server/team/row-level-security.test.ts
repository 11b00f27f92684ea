import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "#test/database.ts";
import { aWorkspace } from "#test/factories.ts";

/* What the database itself says no to, for every table that there is. */

const database = testDatabase();

/** Not of a workspace: people, how they sign in, and what the program knows of itself. */
const GLOBAL = ["credentials", "migrations", "rate_limits", "sessions", "two_factors", "users", "verifications"];

/** Keys and indexes that do not begin with the workspace, and why they may. */
const EXCEPTIONS: Record<string, string> = {
  workspaces_slug_key: "an address names one workspace of the installation",
  memberships_by_user: "finds the workspaces of a person who has not chosen one",
};

const APPEND_ONLY = [
  "touchpoints",
  "touchpoint_marks",
  "consents",
  "consent_endings",
  "suppressions",
  "suppression_endings",
  "decisions",
  "decision_rules",
  "attempts",
  "outcomes",
  "rule_packs",
  "access_logs",
  "playbooks",
];

const appRole = "warmline_app";
let tables: string[] = [];
let ofWorkspaces: string[] = [];

beforeAll(async () => {
  tables = await names(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by 1`);
  ofWorkspaces = tables.filter((table) => !GLOBAL.includes(table));
});

async function names(query: string): Promise<string[]> {
  const { rows } = await database.ownerPool.query<{ name: string }>(query);
  return rows.map(({ name }) => name);
}

test("the tables that belong to no workspace are these, and no others", async () => {
  const scoped = await names(`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id' and is_nullable = 'NO'`);

  expect(tables.filter((table) => !scoped.includes(table))).toEqual(GLOBAL);
});

describe("every table of a workspace", () => {
  test("shows and takes nothing of another workspace, and nothing without one", async () => {
    const leaks: string[] = [];
    for (const table of ofWorkspaces) {
      const found = await countsOf(table);
      if (JSON.stringify(found) !== JSON.stringify(sealed)) leaks.push(`${table} ${JSON.stringify(found)}`);
    }

    expect(leaks).toEqual([]);
    expect(ofWorkspaces.length).toBeGreaterThan(30);
  });

  // An inverted index has no first column to find a workspace by: row-level security filters what it finds.
  test("has the workspace first in its keys and indexes", async () => {
    const wrong = await names(`
      select i.relname as name from pg_index x
      join pg_class i on i.oid = x.indexrelid join pg_am m on m.oid = i.relam and m.amname <> 'gin'
      join pg_class c on c.oid = x.indrelid
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where c.relname <> all ('{${GLOBAL.join(",")}}') and a.attname is distinct from 'workspace_id' order by 1`);

    expect(wrong.filter((name) => !(name in EXCEPTIONS))).toEqual([]);
  });

  test("has the workspace first in its foreign keys, but for those to a person", async () => {
    const wrong = await names(`
      select k.conname as name from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where k.contype = 'f' and c.relname <> all ('{${GLOBAL.join(",")}}')
        and a.attname <> 'workspace_id' and k.confrelid <> 'users'::regclass`);

    expect(wrong).toEqual([]);
  });
});

describe("the program's role", () => {
  test("owns nothing, bypasses nothing and makes nothing", async () => {
    const { rows } = await database.ownerPool.query(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
        (select count(*)::int from pg_class where relowner = r.oid) as owned,
        has_schema_privilege(rolname, 'public', 'create') as creates
       from pg_roles r where rolname = $1`,
      [appRole],
    );

    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0, creates: false },
    ]);
  });

  test.each(APPEND_ONLY)("cannot change or delete what stands in %s", async (table) => {
    for (const statement of [`update ${table} set workspace_id = null`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(database.appPool.query(statement)).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("cannot read the queue's tables, where jobs of every workspace stand", async () => {
    await expect(database.appPool.query("select * from graphile_worker._private_jobs")).rejects.toMatchObject({
      code: "42501",
    });
  });

  test("cannot look behind its own workspace by asking as a person", async () => {
    const mine = await aWorkspace(database);
    const other = await aWorkspace(database);
    await database.ownerPool.query(
      "insert into memberships (workspace_id, user_id, role, created_at) values ($1, $2, 'rep', now())",
      [other.actor.workspaceId, mine.actor.userId],
    );

    const bound = await asProgram({ workspace: mine.actor.workspaceId, user: mine.actor.userId ?? "" });
    const unbound = await asProgram({ workspace: "", user: mine.actor.userId ?? "" });
    const nobody = await asProgram({ workspace: "", user: "" });

    expect([bound, unbound, nobody]).toEqual([1, 2, 0]);
  });
});

async function asProgram({ workspace, user }: { workspace: string; user: string }): Promise<number> {
  const client = await database.appPool.connect();
  try {
    await client.query("begin");
    await bind(client, workspace, user);
    const { rows } = await client.query("select count(*)::int as count from memberships where user_id = $1", [
      user || null,
    ]);
    return rows[0].count;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** One row of another workspace: seen from there, seen from here, seen from nowhere, and written from here. */
const sealed = { there: 1, here: 0, nowhere: 0, write: "42501" };

async function countsOf(table: string) {
  const client = await database.ownerPool.connect();
  const there = crypto.randomUUID();
  const here = crypto.randomUUID();
  try {
    await client.query("begin");
    await dropRules(client, table);
    await client.query(`insert into ${table} (workspace_id) values ($1)`, [there]);
    await client.query(`set local role ${appRole}`);
    const count = async (workspace: string) => {
      await bind(client, workspace, "");
      const { rows } = await client.query(`select count(*)::int as count from ${table} where workspace_id = $1`, [
        there,
      ]);
      return rows[0].count as number;
    };
    const counts = { there: await count(there), here: await count(here), nowhere: await count("") };
    await bind(client, here, "");
    const write = await client.query(`insert into ${table} (workspace_id) values ($1)`, [there]).then(
      () => "written",
      (error: { code: string }) => error.code,
    );
    return { ...counts, write };
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function bind(client: pg.PoolClient, workspace: string, user: string): Promise<void> {
  await client.query("select set_config('app.workspace_id', $1, true), set_config('app.user_id', $2, true)", [
    workspace,
    user,
  ]);
}

/** So that one row of invented content can stand there; all of it is rolled back. */
async function dropRules(client: pg.PoolClient, table: string): Promise<void> {
  await client.query(`alter table ${table} disable trigger user`);
  const constraints = await client.query<{ name: string }>(
    "select conname as name from pg_constraint where conrelid = $1::regclass and contype <> 'n'",
    [table],
  );
  for (const { name } of constraints.rows)
    await client.query(`alter table ${table} drop constraint if exists "${name}" cascade`);
  await client.query(`alter table ${table} disable trigger user`);
  const columns = await client.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attnotnull and not attisdropped",
    [table],
  );
  for (const { name } of columns.rows) await client.query(`alter table ${table} alter column "${name}" drop not null`);
}
