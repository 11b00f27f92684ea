import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { backupCommands } from "#server/backup/commands.ts";
import { readManifest } from "#server/backup/manifest.ts";
import { readConfig } from "#server/platform/config.ts";
import type { Context } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aMember, as, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const base = mkdtempSync(join(tmpdir(), "warmline-commands-"));
afterAll(() => rmSync(base, { recursive: true }));

const terminal = { out: () => undefined, say: () => undefined, progress: () => undefined, stdin: process.stdin };

async function runExport(ctx: Context, out: string): Promise<unknown> {
  const found = backupCommands.find(({ name }) => name === "export");
  if (found?.for !== "workspace") throw new Error("export works in a workspace");
  const { ownerPool } = database;
  const installation = {
    pool: ctx.pool,
    log: ctx.log,
    ledgerKey: ctx.ledgerKey,
    dataDir: ctx.dataDir,
    ownerPool,
    clock: () => ctx.now,
    config: readConfig({}, {}),
    close: async () => undefined,
  };
  return found.run(ctx, { out, json: false } as never, terminal, installation);
}

test("an export is remembered, with who made it", async () => {
  const ctx = await aWorkspace(database);
  const out = join(base, "remembered");

  await runExport(ctx, out);

  const { rows } = await database.ownerPool.query(
    "select user_id, action, happened_at from access_logs where workspace_id = $1",
    [ctx.actor.workspaceId],
  );
  expect(rows).toEqual([{ user_id: ctx.actor.userId, action: "export", happened_at: ctx.now }]);
  expect(readManifest(out).workspace?.id).toBe(ctx.actor.workspaceId);
});

test("who sees only a part of the workspace cannot take all of it out", async () => {
  const ctx = await aWorkspace(database);
  const manager = as(ctx, await aMember(ctx, { role: "manager" }));

  await expect(runExport(manager, join(base, "refused"))).rejects.toMatchObject({ code: "permission_denied" });
});
