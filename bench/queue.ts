import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pino from "pino";
import { takeQueue } from "#server/call-queue/take-queue.ts";
import { openInstallation } from "#server/main.ts";
import type { Installation } from "#server/platform/command.ts";
import { readConfig } from "#server/platform/config.ts";
import { type Actor, type Context, openContext } from "#server/platform/context.ts";
import { appRole } from "#server/platform/database-requirements.ts";
import { keepStatements } from "#server/platform/kept-statements.ts";
import type { DB } from "#server/platform/schema.ts";
import { createApiKey } from "#server/team/create-api-key.ts";

/**
 * `node bench/queue.ts --data DIR [--requests N]`, after `bench/million.ts`: the first page of the queue through HTTP,
 * by the program's role, from eight clients at once, against its own statements sent bare.
 */
const { values } = parseArgs({
  options: {
    data: { type: "string", default: "data/bench" },
    requests: { type: "string", default: "800" },
    port: { type: "string", default: "4897" },
  },
});
const clients = 8;
const requests = Number(values.requests);
const p95MsMax = 50;
const ratioMax = 3;

const installation = await openInstallation(readConfig({ data: values.data }), pino({ level: "warn" }));
const reps = await readReps(installation);
const first = reps[0];
if (!first) throw new Error("no reps: run bench/million.ts first");
const keys = await Promise.all(reps.map(async (rep) => (await createApiKey(rep, keyOf(rep))).key));
const statements = await statementsOf(first);
const server = await startServer();
try {
  const http = await measure((each) => askHttp(keys[each % keys.length] ?? ""));
  const bare = await measureBare(statements);
  report("HTTP, first page of 50", http);
  report(`bare SQL, ${statements.length} statements`, bare);
  const ratio = median(http) / median(bare);
  console.info(`HTTP takes ${ratio.toFixed(2)} times as long as its bare SQL (median; at most ${ratioMax})`);
  const passed = percentile(http, 95) < p95MsMax && ratio <= ratioMax;
  console.info(passed ? "passed" : "FAILED");
  process.exitCode = passed ? 0 : 1;
} finally {
  server.kill("SIGTERM");
  await installation.close();
}

async function readReps({ ownerPool, pool, log, clock }: Installation): Promise<Context[]> {
  const { rows } = await ownerPool.query(
    "select workspace_id, user_id from memberships where role = 'rep' order by user_id limit 100",
  );
  return rows.map(({ workspace_id: workspaceId, user_id: userId }) => {
    const actor: Actor = { workspaceId, userId, role: "rep", teamId: null, repsSee: "own", maskNumbers: true };
    return openContext({ pool, log }, actor, clock());
  });
}

function keyOf({ actor }: Context) {
  return { name: "bench", userId: actor.userId ?? "" };
}

type Statement = { text: string; values: unknown[] };

/** What one request sends to the database, as it is sent. */
async function statementsOf(ctx: Context): Promise<Statement[]> {
  const sent: Statement[] = [];
  const dialect = new PostgresDialect({ pool: installation.ownerPool });
  const recording = new Kysely<DB>({
    dialect,
    plugins: [new CamelCasePlugin()],
    log: ({ query: { sql: text, parameters } }) => {
      sent.push({ text, values: [...parameters] });
    },
  });
  await takeQueue(openContext({ pool: recording, log: ctx.log }, ctx.actor, ctx.now), {
    whose: { of: "me" },
    tab: "to_call",
    limit: 50,
  });
  return sent;
}

async function startServer(): Promise<ChildProcess> {
  const main = join(import.meta.dirname, "../src/cli/main.ts");
  const child = spawn(process.execPath, [main, "serve", "--data", values.data, "--port", values.port, "--web"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`http://127.0.0.1:${values.port}/healthz`).catch(() => undefined);
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGTERM");
  throw new Error("the server did not start");
}

async function askHttp(key: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${values.port}/api/v1/queue?tab=to_call&limit=50`, {
    headers: { authorization: `Bearer ${key}` },
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

async function measureBare(wanted: readonly Statement[]): Promise<number[]> {
  const connections = await Promise.all(Array.from({ length: clients }, () => installation.ownerPool.connect()));
  for (const connection of connections) {
    await connection.query(`set role ${appRole}`);
    keepStatements(connection);
  }
  try {
    return await measure(async (_each, client) => {
      for (const { text, values: parameters } of wanted) await connections[client]?.query(text, parameters);
    });
  } finally {
    for (const connection of connections) connection.release(true);
  }
}

/** Milliseconds of each request; a tenth is asked before, to warm up. */
async function measure(work: (each: number, client: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  let next = -Math.round(requests / 10);
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (next < requests) {
        const each = next++;
        const started = performance.now();
        await work(Math.abs(each), client);
        if (each >= 0) times.push(performance.now() - started);
      }
    }),
  );
  return times.sort((one, other) => one - other);
}

function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

function median(sorted: readonly number[]): number {
  return percentile(sorted, 50);
}

function report(name: string, times: readonly number[]): void {
  const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(times, percent).toFixed(1));
  console.info(
    `${name}: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, ${times.length} requests from ${clients} clients`,
  );
}
