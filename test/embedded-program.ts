import pg from "pg";
import { openEmbedded } from "#server/platform/embedded-postgres.ts";

/** A program that tests start and kill: opens the database in the folder and works in it until its input ends. */
const dataDir = process.argv[2] ?? "";
const log = { info: () => undefined, warn: () => undefined };
const server = await openEmbedded({ dataDir, log, durable: false });

const client = new pg.Client(server.connection);
await client.connect();
await client.query("create table if not exists notes (note text)");
await client.query("delete from notes");
await client.query("insert into notes values ('committed')");
await client.query("begin");
await client.query("insert into notes values ('open')");
process.stdout.write("ready\n");

process.stdin.on("end", async () => {
  await client.end();
  await server.stop();
  process.exit(0);
});
process.stdin.resume();
