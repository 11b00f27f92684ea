import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "#domain/errors.ts";
import { openPools } from "#server/platform/database.ts";
import { checkDatabase } from "#server/platform/database-requirements.ts";
import { migrate } from "#server/platform/migrate.ts";
import { setupMessage } from "#server/platform/setup-messages.ts";
import { testDatabase } from "#test/database.ts";

const fresh = testDatabase({ migrated: false });
const letterless = testDatabase({ migrated: false });
const log = { info: () => undefined, warn: () => undefined };
const guest = `guest_${process.pid}`;

beforeAll(async () => {
  await fresh.ownerPool.query(`create role ${guest} login password 'guest'`);
});

afterAll(async () => {
  await fresh.ownerPool.query(`drop owned by ${guest} cascade; drop role if exists ${guest}`);
});

async function missingFor(connection: pg.PoolConfig): Promise<string[]> {
  const pools = openPools(connection, log);
  try {
    await checkDatabase(pools.ownerPool);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(setupMessage(error)).toContain("lacks");
    return (error.details.missing as { what: string; sql?: string }[]).map(({ what, sql }) => `${what}: ${sql}`);
  } finally {
    await pools.end();
  }
}

test("a user without rights is told every statement that an administrator must run", async () => {
  const name = fresh.connection.database;
  const asGuest = { ...fresh.connection, user: guest, password: "guest" };

  expect(await missingFor(asGuest)).toEqual([
    "the extension pg_trgm in this database: create extension pg_trgm;",
    `the right to create tables: grant create on database "${name}" to "${guest}"; grant create on schema public to "${guest}";`,
    `membership in the role warmline_app: grant warmline_app to "${guest}";`,
  ]);
});

test("once these have run, the program works there without being a superuser", async () => {
  const name = fresh.connection.database;
  await fresh.ownerPool.query(`create extension pg_trgm; grant create on database "${name}" to "${guest}";
    grant create on schema public to "${guest}"; grant warmline_app to "${guest}"`);
  const url = `postgres://${guest}:guest@/${name}?host=${encodeURIComponent(String(fresh.connection.host))}`;
  const pools = openPools({ connectionString: url }, log);

  await migrate({ pool: pools.ownerPool, log });

  const { rows } = await pools.appPool.query("select current_user as role, count(*)::int as contacts from contacts");
  expect(rows).toEqual([{ role: "warmline_app", contacts: 0 }]);
  await pools.end();
});

test("a database that knows only ASCII letters is refused: searches would find no Chinese name", async () => {
  const name = `test_${process.pid}_ascii`;
  await letterless.ownerPool.query(
    `create database ${name} template template0 encoding 'UTF8' locale_provider libc lc_collate 'C' lc_ctype 'C'`,
  );
  try {
    const connection = { ...letterless.connection, database: name };
    const pools = openPools(connection, log);
    await pools.ownerPool.query("create extension pg_trgm");
    await pools.end();

    expect(await missingFor(connection)).toEqual([
      expect.stringContaining("LC_CTYPE knows the letters of all languages"),
    ]);
  } finally {
    await letterless.ownerPool.query(`drop database ${name} with (force)`);
  }
});
