import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import pino from "pino";
import { checkLedger } from "#server/ledger/check-ledger.ts";
import { record } from "#server/ledger/record.ts";
import { openInstallation } from "#server/open-installation.ts";
import { readConfig } from "#server/platform/config.ts";
import { type Context, openContext, snapshot, theProgram, transaction } from "#server/platform/context.ts";
import { findWorkspaces } from "#server/team/membership-queries.ts";
import { setUpWorkspace } from "#server/team/set-up-workspace.ts";

/**
 * `node bench/verify.ts [--entries N]`: the ledger of a workspace that holds so many touchpoints, as imports record
 * them (5,000 in a transaction) and as work does (one, with twelve at once). Prints what recording costs beside writing
 * the rows, and how many entries a second are verified.
 */
const { values } = parseArgs({ options: { entries: { type: "string", default: "500000" } } });
const entries = Number(values.entries);
const batchRows = 5000;
const singles = 2000;
const contactsEach = 5;

const folder = await mkdtemp(join(tmpdir(), "warmline-bench-"));
const installation = await openInstallation(readConfig({ data: folder }), pino({ level: "warn" }));
const { pool, ownerPool, clock } = installation;
await setUpWorkspace(
  installation,
  { workspace: "Bench", email: "admin@bench.example", preset: "b2b_software" },
  clock(),
);
const workspaceId = (await findWorkspaces(pool))[0]?.workspaceId ?? "";
const ctx = openContext(installation, theProgram(workspaceId), clock());
console.info(`load before: ${loadavg()[0]?.toFixed(1)}`);

await transaction(ctx, (tx) =>
  sql`insert into contacts (workspace_id, full_name, sort_name, name_key, created_at, updated_at)
    select current_workspace_id(), 'Person ' || n, 'person ' || n, 'person', ${tx.now}, ${tx.now}
    from generate_series(1, ${Math.ceil(entries / contactsEach)}::integer) n`.execute(tx.db),
);
const written = await seconds(() => write(entries / 2, false));
const recorded = await seconds(() => write(entries / 2, true));
const perRow = ((recorded - written) / (entries / 2)) * 1e6;
console.info(
  `recording, ${batchRows} rows in a block: ${perRow.toFixed(1)} µs a row, beside ${((written / (entries / 2)) * 1e6).toFixed(1)} µs to write it`,
);
await ownerPool.query(
  "delete from touchpoints t where not exists (select from ledger_entries e where e.subject_id = t.id)",
);
await write(entries / 2, true);

const alone = await seconds(() => recordSingly(1, 500));
const together = await seconds(() => recordSingly(12, singles));
console.info(
  `blocks of one entry: ${(500 / alone).toFixed(0)} a second alone, ${(singles / together).toFixed(0)} with twelve at once`,
);

await ownerPool.query("vacuum analyze");
for (let each = 0; each < 3; each++) {
  let checked = 0;
  const took = await seconds(async () => {
    const found = await snapshot(ctx, checkLedger);
    if (found.broken > 0) throw new Error(`does not hold: ${JSON.stringify(found.first[0])}`);
    checked = found.checked;
  });
  console.info(`verified ${checked} entries in ${took.toFixed(2)} s: ${Math.round(checked / took)} a second`);
}
const { rows: sizes } = await ownerPool.query<{ rows: string; ledger: string }>(
  "select pg_total_relation_size('touchpoints') as rows, pg_total_relation_size('ledger_entries') as ledger",
);
console.info(`on disk: ledger ${mebibytes(sizes[0]?.ledger)} MB beside touchpoints of ${mebibytes(sizes[0]?.rows)} MB`);
console.info(`load after: ${loadavg()[0]?.toFixed(1)}`);
await installation.close();
await rm(folder, { recursive: true, force: true });

async function write(rows: number, isRecorded: boolean): Promise<void> {
  for (let from = 0; from < rows; from += batchRows) {
    await transaction(ctx, async (tx) => {
      const ids = await insertTouchpoints(tx, batchRows);
      if (isRecorded) record(tx, "touchpoint", ids);
    });
  }
}

async function recordSingly(workers: number, count: number): Promise<void> {
  let left = count;
  const work = async () => {
    while (left-- > 0) await transaction(ctx, async (tx) => record(tx, "touchpoint", await insertTouchpoints(tx, 1)));
  };
  await Promise.all(Array.from({ length: workers }, work));
}

/** Such as an import writes, with evidence and a few details. */
async function insertTouchpoints(tx: Context, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into touchpoints (workspace_id, contact_id, kind, occurred_at, verification, summary, details, evidence,
      source_key, import_line, recorded_at)
    select current_workspace_id(), c.id, 'webinar_attended', ${tx.now}::timestamptz - interval '1 hour' * n, 'captured',
      'Stayed for 42 minutes of "What warm means"', jsonb_build_object('minutes', n % 60, 'webinar', 'What warm means'),
      jsonb_build_object('file', 'attendees.csv', 'row', n, 'hash', md5(n::text)), md5(random()::text), n,
      ${tx.now}::timestamptz
    from (select id, row_number() over () as n from contacts
      where workspace_id = ${workspaceId}::uuid order by id
      limit ${Math.min(count, 1000)} offset ${Math.floor((Math.random() * entries) / contactsEach / 2)}) c
    cross join generate_series(1, ${Math.ceil(count / 1000)}) again
    limit ${count}
    returning id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function mebibytes(bytes = "0"): string {
  return (Number(bytes) / 2 ** 20).toFixed(0);
}
