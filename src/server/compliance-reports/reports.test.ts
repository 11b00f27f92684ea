import { expect, test } from "vitest";
import { reportOutcome } from "#server/call-queue/report-outcome.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { recordConsent } from "#server/compliance/record-consent.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { countDecisions, getOptOutTimes } from "#server/compliance-reports/count-decisions.ts";
import { downloadCallDetail } from "#server/compliance-reports/download-call-detail.ts";
import { getConsentProof } from "#server/compliance-reports/get-consent-proof.ts";
import { getProcessingRegister } from "#server/compliance-reports/get-processing-register.ts";
import type { Context } from "#server/platform/context.ts";
import { changeRetention } from "#server/retention/get-retention.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aTouchpoint, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const noon = new Date("2026-11-23T17:00:00Z");
const thatDay = { from: "2026-11-23", to: "2026-11-23" };

async function aCalledPerson(): Promise<{ ctx: Context; id: string }> {
  const ctx = await aWorkspace(database, { now: noon, country: "US", timeZone: "America/New_York" });
  const { id } = await aContact(ctx, { name: "Ana Lopes", phones: ["+12125550155"] });
  await aTouchpoint(ctx, id, { kind: "webinar_attended", occurredAt: "2026-11-20T12:00:00Z" });
  await reserveContact(ctx, { contactId: id });
  const { attempt } = await startCall(ctx, { contactId: id, otherAgreed: false } as never);
  await reportOutcome(ctx, { id: attempt.id, outcome: "conversation", note: "", answers: [], said: [] } as never);
  return { ctx, id };
}

test("the proof of a consent says the words, who heard them, and where the record sealed them", async () => {
  const { ctx, id } = await aCalledPerson();
  const words = "Yes, write to me about the fund";
  await recordConsent(ctx, { contactId: id, channels: ["email"], form: "oral", purpose: "marketing", words });
  await recordSuppression(ctx, { contactId: id, kind: "do_not_call", words: "No calls" });

  const proof = await getConsentProof(ctx, { id });

  expect(proof.consents).toMatchObject([
    { words, form: "oral", recordedBy: "Mei Lin", sealed: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  ]);
  expect(proof.refusals).toMatchObject([{ kind: "do_not_call", sealed: { position: expect.any(Number) } }]);
  expect(proof.record?.block).toBeGreaterThan(0);
});

test("the call detail has a line for each call, in the days asked for", async () => {
  const { ctx } = await aCalledPerson();
  const text = async (span: typeof thatDay) => new Response((await downloadCallDetail(ctx, span)).stream).text();

  const lines = (await text(thatDay)).trim().split("\r\n");

  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(",+12125550155,");
  expect(lines[1]).toContain(",2026-11-23T17:00:00Z,");
  expect(lines[1]).toContain(",conversation,");
  expect((await text({ from: "2026-11-24", to: "2026-11-24" })).trim().split("\r\n")).toHaveLength(1);
  await expect(downloadCallDetail(ctx, { from: "2026-11-24", to: "2026-11-23" })).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("decisions are counted by person and rule, and a rep sees her own", async () => {
  const { ctx } = await aCalledPerson();
  const rep = as(ctx, await aMember(ctx, { role: "rep", name: "Bo Chen" }));

  expect((await countDecisions(ctx, thatDay)).verdicts).toEqual([{ user: "Mei Lin", allow: 1, defer: 0, deny: 0 }]);
  expect((await countDecisions(rep, thatDay)).verdicts).toEqual([]);
});

test("a call that was asked for and refused is counted with the rules that refused it", async () => {
  const { ctx, id } = await aCalledPerson();
  await recordSuppression(ctx, { contactId: id, kind: "stop", words: "" });
  await reserveContact(ctx, { contactId: id });
  await expect(startCall(ctx, { contactId: id })).rejects.toMatchObject({ code: "call_not_allowed" });

  const { verdicts, rules } = await countDecisions(ctx, thatDay);

  expect(verdicts).toEqual([{ user: "Mei Lin", allow: 1, defer: 0, deny: 1 }]);
  expect(rules).toContainEqual(
    expect.objectContaining({ id: "POL-OPTOUT-NOW", effect: "deny", user: "Mei Lin", count: 1 }),
  );
});

test("the time from a no to its being in force is measured, and nobody called after it", async () => {
  const { ctx, id } = await aCalledPerson();
  const saidAt = new Date(noon.getTime() - 4000);
  await recordSuppression(ctx, { contactId: id, kind: "stop", saidAt, words: "" });

  expect(await getOptOutTimes(ctx, thatDay)).toEqual({
    ...{ count: 1, p50Seconds: 4, p99Seconds: 4, maxSeconds: 4, callsAfter: 0 },
  });
});

test("the register of processing follows the configuration", async () => {
  const { ctx } = await aCalledPerson();
  await changeRetention(ctx, { dataClass: "touchpoints", months: 24 });

  const { activities, recipients, countries } = await getProcessingRegister(ctx);

  const outreach = activities.find(({ id }) => id === "outreach");
  expect(outreach?.purposes).toContain("marketing");
  expect(outreach?.retention).toContainEqual({ dataClass: "touchpoints", months: 24 });
  expect(recipients.members).toEqual([{ role: "admin", count: 1 }]);
  expect(countries).toEqual([{ country: null, count: 1 }]);
});
