import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Context } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { at, aWorkspace } from "#test/factories.ts";
import { anImport, countsOfImport, undone, whatCounts } from "#test/imports.ts";

const database = testDatabase();
const samples = globSync("test/fixtures/samples/*/*", { exclude: ["**/dnc/**"] }).sort();

test.each(samples)("%s: counts sum, twice changes nothing, undo restores", async (path) => {
  const ctx = await aWorkspace(database, { country: "US", timeZone: "America/New_York" });
  const before = await whatCounts(ctx);

  const first = await imported(ctx, path, 10);
  const after = await whatCounts(ctx);
  expect(first.rows).toBe(first.created + first.updated + first.merged + first.skipped + first.rejected);
  expect(first).toMatchObject({ state: "done" });
  expect(after.touchpoints).toHaveLength(first.touchpoints);

  const second = await imported(ctx, path, 11);
  expect(second).toMatchObject({
    rows: first.rows,
    created: 0,
    updated: 0,
    merged: 0,
    touchpoints: 0,
    suppressions: 0,
  });
  expect(await whatCounts(ctx)).toEqual(after);

  await undone(hour(ctx, 12), first.id);
  expect(await whatCounts(ctx)).toEqual(before);

  const third = await imported(ctx, path, 13);
  expect({ ...third, id: first.id }).toEqual(first);
});

test("all samples in one workspace: each undo leaves what was there before its import", async () => {
  const ctx = await aWorkspace(database, { country: "US", timeZone: "America/New_York" });
  const states: { id: string; before: Awaited<ReturnType<typeof whatCounts>> }[] = [];
  for (const [index, path] of samples.entries()) {
    const before = await whatCounts(ctx);
    const { id } = await imported(ctx, path, index);
    states.push({ id, before });
  }
  const all = await whatCounts(ctx);

  for (const path of samples) await imported(ctx, path, samples.length);
  expect(await whatCounts(ctx)).toEqual(all);

  for (const [index, { id, before }] of states.toReversed().entries()) {
    await undone(hour(ctx, samples.length + 1 + index), id);
    expect(await whatCounts(ctx)).toEqual(before);
  }
});

async function imported(ctx: Context, path: string, hours: number) {
  const id = await anImport(hour(ctx, hours), path.split("/").at(-1) ?? path, readFileSync(path));
  return { id, ...(await countsOfImport(ctx, id)) };
}

function hour(ctx: Context, hours: number): Context {
  return at(ctx, new Date(ctx.now.getTime() + hours * 60 * 60 * 1000));
}
