import { expect, test } from "vitest";
import { importsLock } from "#server/imports/imports-lock.ts";
import { startImport } from "#server/imports/start-import.ts";
import { storeFile } from "#server/imports/store-file.ts";
import { sweepImports } from "#server/imports/sweep-imports.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { withLock } from "#server/platform/locks.ts";
import { testDatabase } from "#test/database.ts";
import { at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();

async function* bytes(text: string) {
  yield Buffer.from(text);
}

async function aRunningImport(ctx: Context): Promise<string> {
  const content = "Name,Email\nAnn Lee,ann@example.com\n";
  const id = await storeFile(ctx, { fileName: "a.csv", bytesTotal: content.length, bytes: bytes(content) });
  await transaction(ctx, (tx) => startImport(tx, { id }));
  // As after a crash: the worker is gone, and with it the job that it held.
  await database.ownerPool.query("delete from graphile_worker._private_jobs");
  return id;
}

async function waiting(): Promise<string[]> {
  const { rows } = await database.ownerPool.query(
    `select j.payload->'input'->>'importId' as id from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'continue-import'`,
  );
  return rows.map(({ id }) => id);
}

test("an import that runs by its state and that no process works on is put into the queue again, once", async () => {
  const ctx = await aWorkspace(database);
  const id = await aRunningImport(ctx);
  const door = {
    pool: ctx.pool,
    log: ctx.log,
    ledgerKey: ctx.ledgerKey,
    dataDir: ctx.dataDir,
    ownerPool: database.ownerPool,
    clock: () => ctx.now,
  };

  await withLock(ctx, importsLock, () => sweepImports(door, ctx.now));
  expect(await waiting()).toEqual([]);
  await sweepImports(door, ctx.now);
  await sweepImports(door, ctx.now);

  expect(await waiting()).toEqual([id]);
});

test("an upload that broke off is thrown away after a day", async () => {
  const ctx = await aWorkspace(database);
  await transaction(ctx, ({ db, actor, now }) =>
    db
      .insertInto("imports")
      .values({
        workspaceId: actor.workspaceId,
        fileName: "b.csv",
        state: "uploading",
        createdAt: now,
        createdBy: actor.userId ?? "",
      })
      .execute(),
  );
  const door = {
    pool: ctx.pool,
    log: ctx.log,
    ledgerKey: ctx.ledgerKey,
    dataDir: ctx.dataDir,
    ownerPool: database.ownerPool,
    clock: () => ctx.now,
  };
  const left = async () => (await transaction(ctx, ({ db }) => db.selectFrom("imports").select("id").execute())).length;

  await sweepImports(door, at(ctx, "2026-11-24T09:00:00Z").now);
  expect(await left()).toBe(1);
  await sweepImports(door, at(ctx, "2026-11-24T10:00:00Z").now);

  expect(await left()).toBe(0);
});
