import { randomUUIDv7 } from "node:crypto";
import { expect, test } from "vitest";
import { ImportOptions } from "#api/imports.ts";
import { emptyPlan, type NewTouchpoint, type PlannedRow } from "#server/imports/batch-plan.ts";
import { loadRun } from "#server/imports/import-run.ts";
import { writeBatch } from "#server/imports/write-batch.ts";
import { transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aWorkspace } from "#test/factories.ts";

const database = testDatabase();

test("a batch that fails leaves nothing of itself, and its connection serves the next transaction", async () => {
  const ctx = await aWorkspace(database);
  const ofNobody: NewTouchpoint = {
    id: randomUUIDv7(),
    contactId: randomUUIDv7(),
    kind: "email_reply",
    occurredAt: ctx.now,
    scheduledAt: null,
    zoneAssumed: false,
    verification: "captured",
    summary: "",
    details: {},
    evidence: {},
    sourceKey: "nobody",
    importLine: 1,
  };
  const ofThem: PlannedRow = {
    ...{ line: 1, outcome: "created", reason: null, warnings: [], cells: {} },
    contactIds: [ofNobody.contactId],
  };

  const writing = transaction(ctx, async (tx) => {
    const file = { id: randomUUIDv7(), fileName: "people.csv", fileHash: null, format: "table" };
    const run = await loadRun(tx, file, ImportOptions.parse({}));
    const plan = { ...emptyPlan(), touchpoints: [ofNobody], rows: [ofThem] };
    await writeBatch(tx, run, { plan, contacts: [], accounts: new Map() });
  });

  await expect(writing).rejects.toMatchObject({ code: "23503" });
  const left = await transaction(ctx, ({ db }) => db.selectFrom("importRows").select("line").execute());
  expect(left).toEqual([]);
});
