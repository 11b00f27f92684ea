import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { kyselyOn, openPools } from "#server/platform/database.ts";
import type { DB } from "#server/platform/schema.ts";

const log = { info: () => undefined, warn: () => undefined };

/** A database of its own for the test file that calls this at its top, cloned from the migrated one and dropped after. */
export function testDatabase({ migrated = true } = {}) {
  let opened: { pools: ReturnType<typeof openPools>; pool: Kysely<DB>; name: string; dataDir: string } | undefined;

  beforeAll(async () => {
    const { connection, template } = inject("testServer");
    const name = template.replace("template", randomBytes(6).toString("hex"));
    await asServer(`create database ${name} template ${migrated ? template : "template0"}`);
    const pools = openPools({ ...connection, database: name }, log);
    const dataDir = mkdtempSync(join(tmpdir(), "warmline-test-"));
    opened = { pools, pool: kyselyOn<DB>(pools.appPool), name, dataDir };
  });

  afterAll(async () => {
    if (!opened) return;
    await opened.pools.end();
    rmSync(opened.dataDir, { recursive: true, force: true });
    await asServer(`drop database ${opened.name} with (force)`);
  });

  const current = () => {
    if (!opened) throw new Error("the database exists only while tests run");
    return opened;
  };
  return {
    /** As the program's role: row-level security holds. */
    get appPool(): pg.Pool {
      return current().pools.appPool;
    },
    /** As the owner, who sees everything. */
    get ownerPool(): pg.Pool {
      return current().pools.ownerPool;
    },
    /** The query builder on `appPool`. */
    get pool(): Kysely<DB> {
      return current().pool;
    },
    /** Where the program keeps files; gone with the database. */
    get dataDir(): string {
      return current().dataDir;
    },
    /** For a second program on the same database. */
    get connection(): pg.PoolConfig {
      return { ...inject("testServer").connection, database: current().name };
    },
  };
}

async function asServer(statement: string): Promise<void> {
  const client = new pg.Client(inject("testServer").connection);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
