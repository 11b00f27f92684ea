import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pino from "pino";
import { numberAt, numbersFrom } from "#bench/scrub-numbers.ts";
import { listingsOf } from "#server/number-lists/listings-of.ts";
import { openCopies } from "#server/number-lists/open-copies.ts";
import { scrubFile } from "#server/number-lists/scrub-file.ts";
import { openInstallation } from "#server/open-installation.ts";
import { readConfig } from "#server/platform/config.ts";
import { openContext, transaction } from "#server/platform/context.ts";

/*
 * A do-not-call list of 250 million numbers: how large, how long to import, how fast to look into, how fast to scrub
 * with. `--step generate`, then `import`, `lookup`, `scrub`; without it all of them.
 */

const { values } = parseArgs({
  options: {
    data: { type: "string", default: "data/bench-scrub" },
    numbers: { type: "string", default: "250000000" },
    rows: { type: "string", default: "10000000" },
    step: { type: "string" },
  },
});
const dataDir = values.data;
const numbersTotal = Number(values.numbers);
const rowsTotal = Number(values.rows);
const listFile = join(dataDir, "us-dnc.txt");
const rowsFile = join(dataDir, "numbers.csv");
const lookups = 1_000_000;

const steps: Record<string, () => void | Promise<void>> = { generate, import: importIt, lookup, scrub };
for (const [name, run] of Object.entries(steps)) {
  if (values.step !== undefined && values.step !== name) continue;
  const fromMs = performance.now();
  await run();
  console.info(`${name}: ${seconds(fromMs)} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at the most`);
}

function seconds(fromMs: number): string {
  return ((performance.now() - fromMs) / 1000).toFixed(2);
}

/** The list as the FTC writes it, in no order; and numbers to scrub, half of which are on it. */
function generate(): void {
  mkdirSync(dataDir, { recursive: true });
  const next = numbersFrom(0);
  writeLines(listFile, numbersTotal, 13, (bytes, at) => {
    writeDigits(bytes, at, next() - 10_000_000_000, 10);
    bytes.copyWithin(at + 4, at + 3, at + 10);
    bytes[at + 3] = 0x2c;
    bytes[at + 11] = 0x0d;
    bytes[at + 12] = 0x0a;
  });
  let row = 0;
  writeLines(rowsFile, rowsTotal, 13, (bytes, at) => {
    bytes[at] = 0x2b;
    writeDigits(bytes, at + 1, numberAt((row * 7_919) % (2 * numbersTotal)), 11);
    bytes[at + 12] = 0x0a;
    row += 1;
  });
}

function writeLines(path: string, count: number, size: number, line: (bytes: Buffer, at: number) => void): void {
  const file = openSync(path, "w");
  const linesEach = 100_000;
  const bytes = Buffer.alloc(linesEach * size);
  for (let done = 0; done < count; ) {
    const now = Math.min(linesEach, count - done);
    for (let each = 0; each < now; each += 1) line(bytes, each * size);
    writeSync(file, bytes, 0, now * size);
    done += now;
  }
  closeSync(file);
}

function writeDigits(bytes: Buffer, at: number, number: number, digits: number): void {
  let left = number;
  for (let place = digits - 1; place >= 0; place -= 1) {
    bytes[at + place] = 0x30 + (left % 10);
    left = Math.floor(left / 10);
  }
}

function importIt(): void {
  const run = (...words: string[]) => {
    const { status } = spawnSync("bin/warmline", [...words, "--data", dataDir], { stdio: "inherit" });
    if (status !== 0) throw new Error(`warmline ${words[0]} ended with ${status}`);
  };
  run("setup", "--workspace", "Bench", "--email", "bench@example.com");
  run("import", listFile, "--list", "us-dnc");
  const folder = join(dataDir, "lists");
  const [workspace = ""] = readdirSync(folder);
  const bytes = readdirSync(join(folder, workspace)).map((name) => statSync(join(folder, workspace, name)).size);
  const size = bytes.reduce((sum, each) => sum + each, 0);
  console.info(`file: ${(size / 1e6).toFixed(1)} MB, ${((size * 8) / numbersTotal).toFixed(2)} bits a number`);
}

async function open() {
  const log = pino({ level: "warn" });
  const installation = await openInstallation(readConfig({ data: dataDir }), log);
  const { rows } = await installation.ownerPool.query<{ workspace_id: string; user_id: string; pieces: string }>(
    `select workspace_id, user_id, pg_total_relation_size('number_list_chunks') as pieces from memberships limit 1`,
  );
  const [row] = rows;
  if (!row) throw new Error(`${dataDir} is empty: --step import`);
  const actor = {
    ...({ userId: row.user_id, workspaceId: row.workspace_id, role: "admin", teamId: null } as const),
    ...({ repsSee: "own", maskNumbers: true } as const),
  };
  console.info(`in the database: ${(Number(row.pieces) / 1e6).toFixed(1)} MB`);
  return { installation, ctx: openContext(installation, actor, installation.clock()) };
}

/** One by one, as the gate looks: with a read of the file for each, the file being in the system's cache or not. */
async function lookup(): Promise<void> {
  const { installation, ctx } = await open();
  const wanted = Array.from({ length: lookups }, (_, index) => numberAt((index * 7_919) % (2 * numbersTotal)));
  await transaction(ctx, async (tx) => {
    const [copy] = await openCopies(tx);
    if (!copy) throw new Error("no list is in force");
    for (const round of ["first", "warm"]) {
      const micros = wanted.map((number) => {
        const fromMs = performance.now();
        copy.numbersIn.has(number);
        return (performance.now() - fromMs) * 1000;
      });
      micros.sort((one, other) => one - other);
      const at = (share: number) => (micros[Math.floor(lookups * share)] ?? 0).toFixed(2);
      const mean = micros.reduce((sum, each) => sum + each, 0) / lookups;
      console.info(`looked up, ${round} round: mean ${mean.toFixed(2)} µs, p50 ${at(0.5)}, p99 ${at(0.99)}`);
    }
    const fromMs = performance.now();
    for (let each = 0; each < 1000; each += 1) await listingsOf(tx, [`+${wanted[each]}`]);
    console.info(`with the question which copies are in force: ${(performance.now() - fromMs).toFixed(0)} µs`);
  });
  await installation.close();
}

async function scrub(): Promise<void> {
  const { installation, ctx } = await open();
  for (let round = 0; round < 3; round += 1) {
    const fromMs = performance.now();
    const from = process.cpuUsage();
    const { rows, yes, no, invalid } = await scrubFile(ctx, { path: rowsFile, out: `${rowsFile}.out`, list: "us-dnc" });
    const { user, system } = process.cpuUsage(from);
    const busy = `${((user + system) / 1e6).toFixed(2)} s of processors`;
    console.info(
      `scrubbed ${rows} rows in ${seconds(fromMs)} s (${busy}): ${yes} listed, ${no} not, ${invalid} invalid`,
    );
  }
  await installation.close();
}
