import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeHubspotExport } from "#bench/hubspot-export.ts";
import { killImport, warmline } from "#test/killed-import.ts";

/**
 * `node bench/kill-import.ts [--kills N] [--rows N]`: kills an import and its database server at random moments, and
 * shows that nothing committed is lost and nothing there twice. An import that ends meanwhile is followed by a new one.
 */
const { values } = parseArgs({
  options: { kills: { type: "string", default: "50" }, rows: { type: "string", default: "60000" } },
});
const [kills, rows] = [Number(values.kills), Number(values.rows)];
const momentMsMax = 600;

let done = 0;
let lost = 0;
for (let file = 0; done < kills; file++) done += await oneFile(file, kills - done);
console.info(`${done} kills; committed rows lost: ${lost}`);
process.exitCode = lost === 0 ? 0 : 1;

async function oneFile(number: number, left: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "warmline-kill-"));
  const dataDir = join(folder, "data");
  const path = join(folder, "people.csv");
  await writeHubspotExport(path, rows, number * rows);
  await warmline("setup", "--workspace", "Bench", "--email", "admin@bench.example", "--data", dataDir);
  const line = ["import", path, "--data", dataDir, "--json", "--country", "US"];

  let seen = 0;
  let count = 0;
  let hasEnded = false;
  while (count < left) {
    const killed = await killImport(line, { dataDir, afterMs: Math.random() * momentMsMax });
    // Its last batch was committed between our last look and the kill: what was started now is the same file again.
    hasEnded = seen > 0 && killed.wentOnAfter === undefined;
    if (hasEnded || killed.seen >= rows) break;
    if (seen > 0) check(killed.wentOnAfter, seen);
    seen = killed.seen;
    count += 1;
    console.info(`kill ${done + count}: ${seen} of ${rows} rows were committed`);
  }
  const last = await warmline(...line);
  const counts = JSON.parse(last.out.trim().split("\n").at(-1) ?? "{}");
  console.info(`  ended: ${JSON.stringify(counts)}`);
  const isWhole = hasEnded ? counts.skipped === rows : counts.created + counts.skipped === rows;
  if (counts.rows !== rows || !isWhole) lost += 1;
  rmSync(folder, { recursive: true, force: true });
  return count;
}

function check(wentOnAfter: number | undefined, seen: number): void {
  if (wentOnAfter !== undefined && wentOnAfter >= seen) return;
  lost += 1;
  console.info(`  LOST: ${seen} rows had been committed, the import went on after ${wentOnAfter}`);
}
