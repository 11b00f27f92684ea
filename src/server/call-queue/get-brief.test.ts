import { expect, test } from "vitest";
import { getBrief } from "#server/call-queue/get-brief.ts";
import { reportOutcome } from "#server/call-queue/report-outcome.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, anAccount, as, aTouchpoint, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
/** A Monday, 12:00 in New York, where the numbers of these tests are. */
const noon = new Date("2026-11-23T17:00:00Z");

async function touchpoint(ctx: Context, contactId: string, kind: string, details: Record<string, unknown>) {
  const { id } = await aTouchpoint(ctx, contactId, { kind, occurredAt: "2026-11-20T18:00:00Z" });
  await database.ownerPool.query("update touchpoints set details = $2 where id = $1", [id, details]);
  return id;
}

const textOf = (segments: readonly { text: string }[]) => segments.map(({ text }) => text).join("");

test("the opening names the shared context and links it to the touchpoint that proves it", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  const proof = await touchpoint(ctx, id, "webinar_attended", { topic: "Onboarding without spreadsheets" });

  const { playbook, decision, allowedUntil, window } = await getBrief(ctx, { id });

  expect(playbook.openingId).toBe("webinar_attended");
  expect(textOf(playbook.opening)).toContain("Daniel, Mei Lin from Tallow. You joined our session “Onboarding");
  expect(playbook.opening.filter((segment) => segment.touchpointId)).toMatchObject([{ touchpointId: proof }]);
  expect(decision.verdict).toBe("allow");
  expect(allowedUntil).toEqual(new Date("2026-11-24T01:00:00Z"));
  expect(window.state).toBe("in_window");
});

test("what nobody can prove is not said: without a touchpoint the opening is neutral", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  await aTouchpoint(ctx, id, { kind: "event_conversation", verification: "claimed" });

  const { playbook, decision } = await getBrief(ctx, { id });

  expect(playbook.openingId).toBe("neutral");
  expect(playbook.opening.every(({ touchpointId }) => touchpointId === undefined)).toBe(true);
  expect(decision).toMatchObject({
    verdict: "deny",
    rules: expect.arrayContaining([expect.objectContaining({ id: "POL-WARM" })]),
  });
});

test("a referrer is named where the introduction names one, in the contact's language", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx, { name: "陈思远" });
  await touchpoint(ctx, id, "introduction_made", { referrer: "王芳" });

  const { playbook } = await getBrief(ctx, { id, language: "zh-Hans" });

  expect(textOf(playbook.opening)).toContain("陈思远，您好，我是Tallow的Mei Lin。上周五王芳介绍我们认识");
});

test("context is labelled: one-sided facts, and what happened with others of the account", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id: accountId } = await anAccount(ctx);
  const { id } = await aContact(ctx, { accountId });
  const colleague = await aContact(ctx, { accountId, name: "Ana Ruiz" });
  await aTouchpoint(ctx, id, { kind: "email_replied", occurredAt: "2026-11-20T17:00:00Z" });
  await aTouchpoint(ctx, id, { kind: "trigger_news", occurredAt: "2026-11-12T17:00:00Z", summary: "a second site" });
  await aTouchpoint(ctx, colleague.id, { kind: "content_downloaded", occurredAt: "2026-10-09T17:00:00Z" });

  const { timeline, context } = await getBrief(ctx, { id });

  expect(timeline).toMatchObject([{ kind: "email_replied", mark: "contact" }]);
  expect(context).toMatchObject([
    { kind: "trigger_news", mark: "context", with: null },
    { kind: "content_downloaded", mark: "account", with: { name: "Ana Ruiz" } },
  ]);
});

test("what happened with a colleague's contact of the same account stays his", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const [mei, tom] = [as(ctx, await aMember(ctx)), as(ctx, await aMember(ctx))];
  const { id: accountId } = await anAccount(ctx);
  const { id } = await aContact(ctx, { accountId, ownerId: mei.actor.userId });
  const other = await aContact(ctx, { accountId, ownerId: tom.actor.userId });
  await aTouchpoint(ctx, other.id, { kind: "meeting_held", occurredAt: "2026-11-20T17:00:00Z", summary: "in private" });

  expect((await getBrief(mei, { id })).context).toEqual([]);
  expect((await getBrief(ctx, { id })).context).toMatchObject([{ summary: "in private" }]);
});

test("the brief shows no number whole, not even to an admin or while the call is open; earlier answers stand under their questions", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const mei = as(ctx, await aMember(ctx));
  const { id, phones } = await aContact(ctx, { ownerId: mei.actor.userId });
  await aTouchpoint(ctx, id, { kind: "webinar_attended", occurredAt: "2026-11-20T17:00:00Z" });

  const before = await getBrief(mei, { id });
  await reserveContact(mei, { contactId: id });
  const { attempt } = await startCall(mei, { contactId: id });
  const during = await getBrief(mei, { id });
  const [question] = before.playbook.questions;
  const answers = [{ questionId: question?.id, question: question?.text ?? "", answer: "A second site" }];
  await reportOutcome(mei, { id: attempt.id, outcome: "conversation", note: "", answers, said: [] });
  const after = await getBrief(at(ctx, "2026-11-25T17:00:00Z"), { id });

  expect(before.points).toMatchObject([{ masked: true, value: expect.stringContaining("•") }]);
  expect(during.points).toMatchObject([{ masked: true, value: expect.stringContaining("•") }]);
  expect(attempt.phone).toBe(phones[0]);
  expect(after.points).toMatchObject([{ masked: true }]);
  expect(after.playbook.questions[0]?.earlier).toMatchObject([{ answer: "A second site", attemptId: attempt.id }]);
  expect(after.attempts).toMatchObject([{ outcome: { outcome: "conversation" }, phone: expect.stringContaining("•") }]);
});

test("without a number the brief says so", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx, { phones: [] });

  const { decision } = await transaction(ctx, (tx) => getBrief(tx, { id }));

  expect(decision).toMatchObject({ verdict: "deny", missing: [{ fact: "contact.phone" }] });
});
