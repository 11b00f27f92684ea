import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { type Context, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aWorkspace } from "#test/factories.ts";
import { anImport, countsOfImport, peopleOf } from "#test/imports.ts";

const database = testDatabase();

/** More than two batches. */
const people = 2400;
const lines = Array.from(
  { length: people },
  (_value, index) => `Person ${index},p${index}@example.com,Company ${index % 9}`,
);

test("somebody who was added while a batch was being written is not added twice, nor is anybody behind it lost", async () => {
  const ctx = await aWorkspace(database);
  let importing: Promise<string> | null = null;

  await transaction(ctx, async (tx) => {
    await aContact(tx, { name: "Person 7", emails: ["p7@example.com"] });
    importing = anImport(ctx, "people.csv", `Name,Email,Company\n${lines.join("\n")}\n`);
    await untilSomebodyWaits(ctx);
  });

  const counts = await countsOfImport(ctx, await (importing ?? Promise.reject(new Error("not begun"))));
  expect(counts).toMatchObject({ rows: people, created: people - 1, updated: 1, state: "done" });
  expect(new Set((await peopleOf(ctx)).map(({ points }) => points.join())).size).toBe(people);
});

test("rows about the people of the rows before them are written after those", async () => {
  const ctx = await aWorkspace(database);
  const again = lines.map((line) => `${line},Director`);

  const id = await anImport(ctx, "people.csv", `Name,Email,Company,Job title\n${[...lines, ...again].join("\n")}\n`, {
    touchpoint: "card_exchanged",
    occurredAt: "2026-11-20",
  });

  expect(await countsOfImport(ctx, id)).toMatchObject({ created: people, updated: people, touchpoints: people });
  const titles = await transaction(ctx, ({ db }) => db.selectFrom("contacts").select("jobTitle").distinct().execute());
  expect(titles).toEqual([{ jobTitle: "Director" }]);
});

async function untilSomebodyWaits(ctx: Context): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_locks where not granted`.execute(ctx.pool);
    if (rows.length > 0) return;
    await setTimeout(20);
  }
}
