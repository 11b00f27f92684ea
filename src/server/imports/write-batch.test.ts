import { randomUUIDv7 } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { ImportOptions } from "#api/imports.ts";
import { emptyPlan, type NewTouchpoint } from "#server/imports/batch-plan.ts";
import { loadRun } from "#server/imports/import-run.ts";
import { writeBatch } from "#server/imports/write-batch.ts";
import { transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aWorkspace } from "#test/factories.ts";

const database = testDatabase();

test("a batch that fails leaves nothing under way on its connection", async () => {
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
  let isUnderWay = true;

  const writing = transaction(ctx, async (tx) => {
    const file = { id: randomUUIDv7(), fileName: "people.csv", fileHash: null, format: "table" };
    const run = await loadRun(tx, file, ImportOptions.parse({}));
    const meanwhile = setTimeout(200).then(() => {
      isUnderWay = false;
    });
    await writeBatch(tx, run, { plan: { ...emptyPlan(), touchpoints: [ofNobody] }, contacts: [] }, meanwhile);
  });

  await expect(writing).rejects.toMatchObject({ code: "23503" });
  expect(isUnderWay).toBe(false);
});
