import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ask, embeddedDatabases } from "#test/embedded.ts";
import { type Killed, killImport, warmline } from "#test/killed-import.ts";

const folder = mkdtempSync(join(tmpdir(), "warmline-kill-"));
const dataDir = join(folder, "data");
const file = join(folder, "people.csv");
const rows = 20_000;
const kills = 3;
const { open } = embeddedDatabases();

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an import that is killed again and again loses no committed row, doubles none, and ends", {
  timeout: 240_000,
}, async () => {
  writeFileSync(file, people(rows));
  await warmline("setup", "--workspace", "Tallow", "--email", "ann@tallow.example", "--data", dataDir);
  const line = [
    "import",
    file,
    "--data",
    dataDir,
    "--json",
    "--touchpoint",
    "card_exchanged",
    "--occurred-at",
    "2026-11-20",
  ];

  const killed: Killed[] = [];
  for (let round = 0; round < kills; round++) {
    killed.push(await killImport(line, { dataDir, afterMs: Math.random() * 150 }));
  }
  const last = await warmline(...line);

  expect(last.status).toBe(0);
  const wentOnAfter = [...killed.slice(1).map((each) => each.wentOnAfter), resumedAfter(last.said)];
  expect(wentOnAfter.map((row, index) => row !== undefined && row >= (killed[index]?.seen ?? 0))).toEqual(
    killed.map(() => true),
  );
  expect(JSON.parse(last.out)).toMatchObject({ rows, created: rows, touchpoints: rows, updated: 0, skipped: 0 });
  expect(await whatStands()).toEqual({ contacts: rows, emails: rows, touchpoints: rows, lines: rows, standings: rows });
});

function resumedAfter(said: string): number | undefined {
  const row = /interrupted after row (\d+)/.exec(said)?.[1];
  return row === undefined ? undefined : Number(row);
}

async function whatStands() {
  const server = await open(dataDir);
  const [found] = await ask(
    server,
    `select
    (select count(*)::int from contacts) as contacts,
    (select count(distinct value)::int from contact_points where kind = 'email') as emails,
    (select count(distinct source_key)::int from touchpoints) as touchpoints,
    (select count(distinct line)::int from import_rows) as lines,
    (select count(*)::int from standings where last_touch_at is not null) as standings`,
  );
  return found;
}

function people(count: number): string {
  const lines = Array.from(
    { length: count },
    (_value, index) => `Person ${index},p${index}@example.com,Company ${index % 900}`,
  );
  return `Name,Email,Company\n${lines.join("\n")}\n`;
}
