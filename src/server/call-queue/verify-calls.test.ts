import { expect, test } from "vitest";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { verifyCalls } from "#server/call-queue/verify-calls.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aTouchpoint, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
/** A Monday, 12:00 in New York, where the numbers of these tests are. */
const noon = new Date("2026-11-23T17:00:00Z");

async function aCall(ctx: Context): Promise<{ contactId: string; attemptId: string }> {
  const { id } = await aContact(ctx);
  await aTouchpoint(ctx, id, { kind: "webinar_attended", occurredAt: "2026-11-20T18:00:00Z" });
  await reserveContact(ctx, { contactId: id });
  const { attempt } = await startCall(ctx, { contactId: id });
  return { contactId: id, attemptId: attempt.id };
}

const verified = (ctx: Context) => transaction(ctx, (tx) => verifyCalls(tx.db));

test("a call that passed the gate holds, also when the person says no later", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { contactId } = await aCall(ctx);
  await recordSuppression(at(ctx, "2026-11-23T17:02:00Z"), { contactId, kind: "stop", words: "" });

  expect(await verified(ctx)).toEqual({ attempts: 1, decisions: 1, outcomes: 0, broken: [] });
});

test.each([
  ["no_decision_allowed_it", "update decisions set verdict = 'deny' where contact_id = $1"],
  ["decided_after_it", "update decisions set decided_at = decided_at + interval '1 second' where contact_id = $1"],
  [
    "called_after_a_no",
    `insert into suppressions (workspace_id, contact_id, kind, said_at, recorded_at)
     select workspace_id, id, 'stop', now() - interval '10 years', '2020-01-01' from contacts where id = $1`,
  ],
])("a record that was tampered with is found: %s", async (problem, tampering) => {
  const ctx = await aWorkspace(database, { now: noon });
  const { contactId, attemptId } = await aCall(ctx);

  await database.ownerPool.query(tampering, [contactId]);

  expect((await verified(ctx)).broken).toEqual([{ attemptId, problem }]);
});

test("another workspace's record is not judged", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  await aCall(ctx);

  expect(await verified(await aWorkspace(database, { now: noon }))).toMatchObject({ attempts: 0 });
});
