import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPools } from "#server/platform/database.ts";
import { openEmbedded } from "#server/platform/embedded-postgres.ts";
import { migrate } from "#server/platform/migrate.ts";
import { schemaTypes } from "#server/platform/write-schema-types.ts";

/** `npm run db:types`: migrates an empty database and writes the types of its tables. */
const log = { info: () => undefined, warn: console.warn };
const server = await openEmbedded({
  dataDir: join(tmpdir(), `warmline-types-${process.getuid?.() ?? 0}`),
  log,
  durable: false,
});
const owner = openPools(server.connection, log);
await owner.ownerPool.query("drop database if exists types with (force)");
await owner.ownerPool.query("create database types");
const { ownerPool, end } = openPools({ ...server.connection, database: "types" }, log);
await migrate({ pool: ownerPool, log });
const client = await ownerPool.connect();
writeFileSync("src/server/platform/schema.ts", await schemaTypes(client));
client.release();
await end();
await owner.end();
await server.stop();
