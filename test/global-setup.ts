import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openPools } from "#server/platform/database.ts";
import { type EmbeddedPostgres, openEmbedded } from "#server/platform/embedded-postgres.ts";
import { migrate } from "#server/platform/migrate.ts";
import { isAlive } from "#server/platform/processes.ts";

declare module "vitest" {
  interface ProvidedContext {
    testServer: { connection: EmbeddedPostgres["connection"]; template: string };
  }
}

/** One folder per checkout: a run that was killed leaves its server to the next one. */
const checkout = createHash("sha256")
  .update(import.meta.dirname)
  .digest("hex")
  .slice(0, 10);
const dataDir = join(tmpdir(), `warmline-test-${process.getuid?.() ?? 0}-${checkout}`);
const log = { info: () => undefined, warn: () => undefined };

/** One server per run, with a migrated database that every test file clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = `test_${process.pid}_template`;
  await withClient(server, async (client) => {
    await dropLeftovers(client);
    await client.query(`create database ${template}`);
  });
  const pools = openPools({ ...server.connection, database: template }, log);
  await migrate({ pool: pools.ownerPool, log });
  await pools.end();
  project.provide("testServer", { connection: server.connection, template });

  return async () => {
    await withClient(server, (client) => client.query(`drop database ${template} with (force)`));
    await server.stop();
  };
}

/** Nothing in it is worth keeping: one that does not start is thrown away. */
async function openServer(): Promise<EmbeddedPostgres> {
  try {
    return await openEmbedded({ dataDir, log, durable: false });
  } catch {
    rmSync(dataDir, { recursive: true, force: true });
    return openEmbedded({ dataDir, log, durable: false });
  }
}

async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like 'test\\_%'",
  );
  for (const { datname } of rows) {
    if (!isAlive(Number(datname.split("_")[1]))) await client.query(`drop database if exists ${datname} with (force)`);
  }
}

async function withClient(server: EmbeddedPostgres, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
