import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { adoptRestored } from "#server/backup/adopt-restored.ts";
import { exportWorkspace } from "#server/backup/export-workspace.ts";
import { restore } from "#server/backup/restore.ts";
import { checkLedger } from "#server/ledger/check-ledger.ts";
import { ledgerKeyFrom } from "#server/ledger/ledger-key.ts";
import { type Context, openContext, snapshot } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aTouchpoint, aWorkspace } from "#test/factories.ts";

const here = testDatabase();
const there = testDatabase();
const theirs = ledgerKeyFrom("the key of another installation");
const dir = mkdtempSync(join(tmpdir(), "warmline-adopt-"));

afterAll(() => rmSync(dir, { recursive: true }));

/** A workspace with two touchpoints, exported; the person who recorded them is known elsewhere under another identifier. */
async function exported(tamper?: (touchpointId: string) => Promise<unknown>) {
  const ctx = await aWorkspace(here);
  const { id } = await aContact(ctx);
  await aTouchpoint(ctx, id);
  const second = await aTouchpoint(ctx, id);
  await tamper?.(second.id);
  const folder = join(dir, ctx.actor.workspaceId);
  const { workspaceId, userId } = ctx.actor;
  await exportWorkspace(here.ownerPool, { workspaceId, dir: folder, ledgerKey: ctx.ledgerKey.publicKey });
  await there.ownerPool.query(
    "insert into users (id, name, email) select $1, 'Known', email from jsonb_to_record($2) as r (email text)",
    [randomUUID(), { email: `${userId}@tallow.example` }],
  );
  return { ctx, folder, second: second.id };
}

async function restored(ctx: Context, folder: string): Promise<Context> {
  const door = { pool: there.pool, log: ctx.log, ledgerKey: theirs, dataDir: there.dataDir, clock: () => ctx.now };
  await adoptRestored(door, await restore(there.ownerPool, folder));
  return openContext(door, ctx.actor, ctx.now);
}

test("a restored ledger holds under another key, also where somebody was here already", async () => {
  const { ctx, folder } = await exported();

  const elsewhere = await restored(ctx, folder);

  expect(await snapshot(elsewhere, checkLedger)).toMatchObject({
    checked: 5,
    broken: 0,
    head: { block: "3", publicKey: theirs.publicKey },
  });
  await aTouchpoint(elsewhere, (await aContact(elsewhere)).id);
  expect(await snapshot(elsewhere, checkLedger)).toMatchObject({ checked: 6, broken: 0 });
});

test("what was changed before the export is found after the restore", async () => {
  const { ctx, folder, second } = await exported((id) =>
    here.ownerPool.query("update touchpoints set summary = 'never said' where id = $1", [id]),
  );

  const elsewhere = await restored(ctx, folder);

  expect(await snapshot(elsewhere, checkLedger)).toMatchObject({
    broken: 1,
    first: [{ kind: "touchpoint", id: second, problem: "row_changed" }],
  });
});

test("a ledger that was signed by nobody known is taken over, and says so for good", async () => {
  const { ctx, folder } = await exported((id) =>
    here.ownerPool.query(
      "update ledger_heads set signature = '' where workspace_id = (select workspace_id from touchpoints where id = $1)",
      [id],
    ),
  );

  const elsewhere = await restored(ctx, folder);

  expect((await snapshot(elsewhere, checkLedger)).first).toMatchObject([
    { kind: "adoption", problem: "adopted_unsigned" },
  ]);
});
