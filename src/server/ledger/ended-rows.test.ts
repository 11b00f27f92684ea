import { expect, test } from "vitest";
import { endException } from "#server/compliance/decide-exception.ts";
import { endCondition, enterCondition } from "#server/compliance/enter-condition.ts";
import { proposeOverride } from "#server/compliance/propose-exception.ts";
import { checkLedger } from "#server/ledger/check-ledger.ts";
import { snapshot } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, anEmergency, aWorkspace } from "#test/factories.ts";

const database = testDatabase();

test("an override or an emergency that was ended cannot be silently open again", async () => {
  const ctx = await aWorkspace(database, { now: new Date("2026-11-23T17:00:00Z") });
  const { id: contactId } = await aContact(ctx);
  const expiresAt = new Date("2026-11-24T17:00:00Z");
  const exception = await proposeOverride(ctx, { contactId, rule: "POL-WARM", reason: "She wrote to us", expiresAt });
  await endException(ctx, { id: exception.id });
  const condition = await enterCondition(ctx, anEmergency({ region: "NY" }));
  await endCondition(ctx, { id: condition.id, because: "It is over" });
  const whole = await snapshot(ctx, checkLedger);

  await database.ownerPool.query(
    "update exceptions set state = 'proposed', ended_at = null, ended_by = null where id = $1",
    [exception.id],
  );
  await database.ownerPool.query(
    "update conditions set ended_at = null, ended_by = null, ended_because = null where id = $1",
    [condition.id],
  );

  expect(whole).toMatchObject({ broken: 0 });
  expect((await snapshot(ctx, checkLedger)).first).toMatchObject([
    { kind: "condition", id: condition.id, problem: "row_changed" },
    { kind: "exception", id: exception.id, problem: "row_changed" },
  ]);
});
