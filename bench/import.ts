import { type ChildProcess, spawn } from "node:child_process";
import { createReadStream, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { from as copyFrom } from "pg-copy-streams";
import pino from "pino";
import { writeHubspotExport } from "#bench/hubspot-export.ts";
import { fillWorkspace } from "#bench/million-rows.ts";
import { cpuOf, usageOf } from "#bench/process-usage.ts";
import { openInstallation } from "#server/open-installation.ts";
import type { Installation } from "#server/platform/command.ts";
import { readConfig } from "#server/platform/config.ts";
import { setUpWorkspace } from "#server/team/set-up-workspace.ts";

/**
 * `node bench/import.ts [--rows N] [--contacts N] [--data DIR] [--profile]`: the import of a HubSpot-like export, with
 * a number, a company and a touchpoint for each row, into an empty workspace and, with --contacts, into one that holds
 * so many people already (with --data the largest that `bench/million.ts` left there). Prints rows a second, the ratio
 * to a bare COPY, and where the time goes.
 */
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    contacts: { type: "string", default: "0" },
    data: { type: "string" },
    profile: { type: "boolean", default: false },
  },
});
const rows = Number(values.rows);
const contacts = Number(values.contacts);
const folder = values.data ?? (await mkdtemp(join(tmpdir(), "warmline-bench-")));
const installation = await openInstallation(readConfig({ data: folder }), pino({ level: "warn" }));
const file = join(tmpdir(), `warmline-bench-${process.pid}.csv`);
await writeHubspotExport(file, rows);

const workspace = { workspace: "Bench", email: "admin@bench.example", preset: "b2b_software" } as const;
const { slug } = await setUpWorkspace(installation, workspace, installation.clock());
const copySeconds = await bareCopy(installation, file);
console.info(`bare COPY of the same file into one unindexed table: ${copySeconds.toFixed(2)} s`);
const empty = await measure("into an empty workspace", slug);
if (contacts > 0) {
  const large = (await largestWorkspace(installation, contacts)) ?? (await fill(installation));
  const full = await measure(`beside ${contacts} contacts`, large);
  console.info(
    `speed beside ${contacts} contacts: ${(empty.seconds / full.seconds).toFixed(2)} of that into an empty one`,
  );
}
await installation.close();
await rm(file);
if (!values.data) await rm(folder, { recursive: true, force: true });

async function measure(what: string, workspaceSlug: string): Promise<{ seconds: number }> {
  const database = postmasterPid(folder);
  const before = cpuOf(database);
  const started = performance.now();
  const program = startImport(workspaceSlug);
  const { memoryMaxMb, cpuSeconds, log, status } = await watch(program);
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`the import failed:\n${log}`);
  console.info(`${what}: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s`);
  console.info(
    `  ${(seconds / copySeconds).toFixed(1)} times the bare COPY; memory of the program ${memoryMaxMb.toFixed(0)} MB`,
  );
  console.info(`  processor: program ${cpuSeconds.toFixed(1)} s, database ${(cpuOf(database) - before).toFixed(1)} s`);
  const phases = /"ms":(\{[^}]*\})/.exec(log)?.[1];
  if (phases) console.info(`  ms by phase: ${phases}`);
  return { seconds };
}

function startImport(workspaceSlug: string): ChildProcess {
  const profile = values.profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` } : {};
  const flags = ["--touchpoint", "card_exchanged", "--occurred-at", "2026-11-20", "--country", "US"];
  const line = ["import", file, "--data", folder, "--workspace", workspaceSlug, "--json", ...flags];
  return spawn("bin/warmline", line, {
    env: { ...process.env, ...profile, LOG_LEVEL: "debug" },
    stdio: ["ignore", "ignore", "pipe"],
  });
}

async function watch(program: ChildProcess) {
  let log = "";
  let usage = { cpuSeconds: 0, memoryMaxMb: 0 };
  program.stderr?.on("data", (chunk) => {
    log += chunk;
  });
  const sampling = setInterval(() => {
    const now = usageOf(program.pid ?? 0);
    if (now.memoryMaxMb > 0) usage = now;
  }, 100);
  const status = await new Promise<number | null>((resolve) => program.on("exit", resolve));
  clearInterval(sampling);
  return { ...usage, log, status };
}

/** The least that any import could take: the same lines into columns, with nothing checked and nothing looked up. */
async function bareCopy({ ownerPool }: Installation, path: string): Promise<number> {
  const columns = readFileSync(path, "utf8").split("\n", 1)[0]?.split(",").length ?? 0;
  const client = await ownerPool.connect();
  const names = Array.from({ length: columns }, (_value, index) => `c${index} text`);
  await client.query(`create table bare_copy (${names.join(", ")})`);
  const started = performance.now();
  await pipeline(createReadStream(path), client.query(copyFrom("copy bare_copy from stdin (format csv, header)")));
  const seconds = (performance.now() - started) / 1000;
  await client.query("drop table bare_copy");
  client.release();
  return seconds;
}

async function fill({ ownerPool }: Installation): Promise<string> {
  const filled = await fillWorkspace(installation, { contacts, reps: 100, say: (text) => console.info(`  ${text}`) });
  const { rows: found } = await ownerPool.query("select slug from workspaces where workspace_id = $1", [
    filled.workspaceId,
  ]);
  return found[0].slug;
}

async function largestWorkspace({ ownerPool }: Installation, contactsMin: number): Promise<string | undefined> {
  const { rows: found } = await ownerPool.query(
    `select w.slug from workspaces w join contacts c using (workspace_id)
    group by w.slug having count(*) >= $1 order by count(*) limit 1`,
    [contactsMin],
  );
  return found[0]?.slug;
}

function postmasterPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "postgres", "cluster", "postmaster.pid"), "utf8").split("\n", 1)[0]);
}
