import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import pino from "pino";
import { load, type Times } from "#bench/load.ts";
import { fillWorkspace } from "#bench/million-rows.ts";
import { captureQueue, loadStatements } from "#bench/queue-sql.ts";
import { type Sample, sampleWords, scenarios } from "#bench/screens-asks.ts";
import { randomFrom } from "#server/demo/random.ts";
import { openInstallation } from "#server/open-installation.ts";
import type { Installation } from "#server/platform/command.ts";
import { readConfig } from "#server/platform/config.ts";
import { type Actor, openContext } from "#server/platform/context.ts";
import { openDatabase } from "#server/platform/database.ts";
import { createApiKey } from "#server/team/create-api-key.ts";
import { findWorkspaces } from "#server/team/membership-queries.ts";

/** `node bench/screens.ts [--data DIR] [--contacts N]`: how long the screens take over HTTP. See bench/README.md. */
const { values } = parseArgs({
  options: {
    data: { type: "string" },
    contacts: { type: "string", default: "1000000" },
    reps: { type: "string", default: "100" },
    clients: { type: "string", default: "8" },
    requests: { type: "string", default: "1000" },
    only: { type: "string", default: "" },
  },
});
const size = { contacts: Number(values.contacts), reps: Number(values.reps) };
const clients = Number(values.clients);
const requests = Number(values.requests);
const dataDir = values.data ?? `data/bench-${size.contacts}`;
/** Until each connection has planned its statements, and the program's often used code is compiled. */
const warmUp = 1000;
const repsAsking = 20;
const contactsEach = 50;

const log = pino({ level: "warn" });
const config = readConfig({ data: dataDir });
const installation = await openInstallation(config, log);
const { sample, actors } = await prepare(installation);
const server = spawn("bin/warmline", ["serve", "--web", "--port", "0", "--data", dataDir], {
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  await measure(await addressOf(server));
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
  await installation.close();
}

async function measure(url: string): Promise<void> {
  const all = scenarios(url, sample, randomFrom(1), warmUp + requests);
  const wanted = all.filter(({ name }) => name.includes(values.only));
  console.info(
    `${dataDir}: ${requests} requests each from ${clients} clients; load before: ${loadavg()[0]?.toFixed(1)}`,
  );
  console.info(line("", ["p50 ms", "p95 ms", "p99 ms", "per s", "KB each", "server CPU", "its SQL's"]));
  let queue: Times | undefined;
  for (const { name, asks: asksOf } of wanted) {
    const asks = await asksOf();
    await load(url, asks.slice(0, warmUp), clients);
    const before = await cpuNow();
    const times = await load(url, asks.slice(warmUp), clients);
    const after = await cpuNow();
    console.info(row(name, times, [after.server - before.server, after.database - before.database]));
    if (name === "queue") queue = times;
  }
  if (queue) await compareWithSql(queue);
  console.info(`server's memory at its highest: ${memoryMb(server)} MB; load after: ${loadavg()[0]?.toFixed(1)}`);
}

async function compareWithSql(queue: Times): Promise<void> {
  const { appPool, close } = await openDatabase(config, log);
  const captured = await captureQueue(appPool, actors, {
    now: installation.clock(),
    log,
    ledgerKey: installation.ledgerKey,
    dataDir,
  });
  await loadStatements(appPool, captured, { count: warmUp, clients });
  const bare = await loadStatements(appPool, captured, { count: requests, clients });
  await close();
  console.info(row(`queue's bare SQL (${captured[0]?.length} statements)`, bare));
  console.info(
    `queue / its bare SQL: p50 ${(queue.p50 / bare.p50).toFixed(2)}, p95 ${(queue.p95 / bare.p95).toFixed(2)}`,
  );
}

/** A filled workspace, and keys for some of its people. */
async function prepare({
  pool,
  ownerPool,
  clock,
  ledgerKey,
}: Installation): Promise<{ sample: Sample; actors: Actor[] }> {
  if ((await findWorkspaces(pool)).length === 0) {
    console.info(`filling ${dataDir} with ${size.contacts} contacts`);
    await fillWorkspace(installation, { ...size, say: (text) => console.info(text) });
  }
  const [workspace] = await findWorkspaces(pool);
  if (!workspace) throw new Error("the workspace is missing");
  const { workspaceId } = workspace;
  const { rows: members } = await ownerPool.query<{ userId: string; role: Actor["role"] }>(
    `(select user_id as "userId", role from memberships where role = 'admin' limit 1)
    union all (select user_id, role from memberships where role = 'rep' limit ${repsAsking})`,
  );
  const people = members.map(({ userId, role }) => ({
    actor: { userId, workspaceId, role, teamId: null, repsSee: "own", maskNumbers: true } as const,
  }));
  const keyed = await Promise.all(
    people.map(async ({ actor }) => {
      const { key } = await createApiKey(openContext({ pool, log, ledgerKey, dataDir }, actor, clock()), {
        name: "Bench",
      });
      const { rows } = await ownerPool.query<{ id: string }>(
        `select id from contacts where owner_id = $1 and state = 'active' order by md5(id::text) limit ${contactsEach}`,
        [actor.userId],
      );
      return { actor, userId: actor.userId, key, contactIds: rows.map(({ id }) => id) };
    }),
  );
  const [admin, ...reps] = keyed;
  if (!admin) throw new Error("the admin is missing");
  return {
    sample: { adminKey: admin.key, reps, ...(await sampleWords(ownerPool)) },
    actors: reps.map(({ actor }) => actor),
  };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("the server has no output");
  for await (const text of createInterface({ input: stdout })) {
    const [, url] = /ready at (http\S+)/.exec(text) ?? [];
    if (url) return url;
  }
  throw new Error("the server did not start");
}

function memoryMb({ pid }: ChildProcess): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** Milliseconds of processor time that the server and the connections of the program's role have taken so far. */
async function cpuNow(): Promise<{ server: number; database: number }> {
  const { rows } = await installation.ownerPool.query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = 'warmline'",
  );
  const database = rows.reduce((sum, { pid }) => sum + cpuOf(pid), 0);
  return { server: cpuOf(server.pid ?? 0), database };
}

/** From Linux's own books, which count in hundredths of a second. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function row(name: string, { p50, p95, p99, perSecond, bytes }: Times, cpu: number[] = []): string {
  const times = [p50, p95, p99].map((each) => each.toFixed(1));
  const each = cpu.map((sum) => (sum / requests).toFixed(1));
  return line(name, [...times, perSecond.toFixed(0), (bytes / 1024).toFixed(1), ...each]);
}

function line(name: string, cells: readonly string[]): string {
  return [name.padEnd(44), ...cells.map((cell) => cell.padStart(11))].join("");
}
