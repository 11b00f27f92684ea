import { expect, test } from "vitest";
import type { ReportOutcome } from "#api/attempts.ts";
import { listAttempts } from "#server/call-queue/list-attempts.ts";
import { listTasks } from "#server/call-queue/list-tasks.ts";
import { logCall } from "#server/call-queue/log-call.ts";
import { planNextStep } from "#server/call-queue/plan-next-step.ts";
import { reportOutcome } from "#server/call-queue/report-outcome.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { takeQueue } from "#server/call-queue/take-queue.ts";
import { listSuppressions } from "#server/compliance/list-suppressions.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aTouchpoint, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
/** A Monday, 12:00 in New York, where the numbers of these tests are. */
const noon = new Date("2026-11-23T17:00:00Z");
const toCall = { whose: { of: "me" }, tab: "to_call", limit: 50 } as const;

async function aWarmContact(ctx: Context, options: Parameters<typeof aContact>[1] = {}) {
  const contact = await aContact(ctx, options);
  await aTouchpoint(ctx, contact.id, { kind: "webinar_attended", occurredAt: "2026-11-20T12:00:00Z" });
  return contact;
}

async function called(
  ctx: Context,
  contactId: string,
  report: Partial<ReportOutcome> & Pick<ReportOutcome, "outcome">,
) {
  await reserveContact(ctx, { contactId });
  const { attempt } = await startCall(ctx, { contactId });
  return reportOutcome(ctx, { id: attempt.id, note: "", answers: [], said: [], ...report });
}

async function touchpointsOf(ctx: Context, contactId: string) {
  return transaction(ctx, (tx) =>
    tx.db
      .selectFrom("touchpoints")
      .select(["kind", "verification", "occurredAt", "scheduledAt"])
      .where("contactId", "=", contactId)
      .where("attemptId", "is not", null)
      .orderBy("kind")
      .execute(),
  );
}

test.each([
  ["conversation", ["call_conversation"]],
  ["voicemail", []],
  ["no_answer", []],
  ["busy", []],
  ["gatekeeper", []],
  ["not_interested", ["call_conversation"]],
  ["meeting_agreed", ["call_conversation"]],
] as const)("%s leaves these touchpoints: %s", async (outcome, kinds) => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);

  const { attempt } = await called(ctx, id, { outcome });

  expect(attempt.outcome?.outcome).toBe(outcome);
  expect((await touchpointsOf(ctx, id)).map(({ kind }) => kind)).toEqual(kinds);
});

test("a callback agreed for 15:00 waits until it is due, then comes first", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  const callBack = { local: "2026-11-24T15:00", timeZone: "America/New_York", title: "pricing" };

  const { task } = await called(ctx, id, { outcome: "call_back", callBack });

  expect(task).toMatchObject({ kind: "callback", dueAt: new Date("2026-11-24T20:00:00Z"), dueLocal: callBack.local });
  const before = at(ctx, "2026-11-24T19:59:00Z");
  expect((await takeQueue(before, toCall)).items).toEqual([]);
  expect((await takeQueue(before, { ...toCall, tab: "not_yet" })).items).toMatchObject([
    { contact: { id }, notYet: { code: "agreed_later" }, taskId: task?.id },
  ]);
  expect((await takeQueue(at(ctx, "2026-11-24T20:00:00Z"), toCall)).items).toMatchObject([
    { contact: { id }, section: "expects_you", reason: { code: "callback_due" }, window: { state: "in_window" } },
  ]);
});

test("a callback without a time is refused", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);

  await expect(called(ctx, id, { outcome: "call_back" })).rejects.toMatchObject({ code: "invalid_input" });
});

test("do not contact acts during the call: callbacks end, no number is called any more, also those of others", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id, phones } = await aWarmContact(ctx, { phones: ["+12125550911", "+12125550912"] });
  const sharer = await aWarmContact(ctx, { phones: ["+12125550912"] });
  const callBack = { local: "2026-11-24T15:00", timeZone: "America/New_York", title: "" };
  await called(ctx, id, { outcome: "call_back", callBack });
  const tomorrow = at(ctx, "2026-11-24T20:01:00Z");
  await reserveContact(tomorrow, { contactId: id });
  const { attempt } = await startCall(tomorrow, { contactId: id });

  const { suppression, cancelledTasks } = await recordSuppression(tomorrow, {
    contactId: id,
    attemptId: attempt.id,
    kind: "do_not_call",
    words: "take me off",
  });

  expect(suppression).toMatchObject({ kind: "do_not_call", contactId: id, attemptId: attempt.id });
  expect(cancelledTasks).toBe(1);
  expect((await listTasks(tomorrow, { state: "open", limit: 10 })).items).toEqual([]);
  const { attempt: closed } = await reportOutcome(tomorrow, {
    id: attempt.id,
    outcome: "do_not_contact",
    note: "",
    answers: [],
    said: [],
  });
  expect(closed.outcome?.outcome).toBe("do_not_contact");
  expect((await listSuppressions(tomorrow, { contactId: id, limit: 50, standing: false })).items).toHaveLength(
    phones.length,
  );
  const later = at(ctx, "2026-12-04T17:00:00Z");
  for (const contactId of [id, sharer.id]) {
    await reserveContact(later, { contactId });
    await expect(startCall(later, { contactId })).rejects.toMatchObject({ code: "call_not_allowed" });
  }
  await expect(
    planNextStep(later, {
      id: attempt.id,
      next: { step: "follow_up", local: "2026-12-05T10:00", timeZone: "Etc/UTC", title: "" },
    }),
  ).rejects.toMatchObject({ code: "call_not_allowed" });
});

test("a wrong number is not tried again, and the other number is", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx, { phones: ["+12125550921", "+12125550922"] });

  await called(ctx, id, { outcome: "wrong_number" });

  const tomorrow = at(ctx, "2026-11-24T17:00:00Z");
  await reserveContact(tomorrow, { contactId: id });
  expect((await startCall(tomorrow, { contactId: id })).tel).toBe("tel:+12125550922");
});

test("the first outcome stands; a correction names it and takes back what it changed", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  const { attempt } = await called(ctx, id, { outcome: "not_interested" });
  const again = { id: attempt.id, outcome: "no_answer" as const, note: "", answers: [], said: [] };

  await expect(reportOutcome(ctx, again)).rejects.toMatchObject({ code: "outcome_reported" });
  const corrected = await reportOutcome(ctx, { ...again, correctsId: attempt.outcome?.id });

  expect(corrected.attempt.outcome).toMatchObject({ outcome: "no_answer", correctsId: attempt.outcome?.id });
  const tomorrow = at(ctx, "2026-11-24T17:00:00Z");
  expect((await takeQueue(tomorrow, toCall)).items).toMatchObject([
    { contact: { id }, decision: { verdict: "allow" } },
  ]);
});

test("a meeting agreed keeps both proposals and makes the contact expect us at the first", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  const { attempt } = await called(ctx, id, { outcome: "meeting_agreed" });

  const { task } = await planNextStep(ctx, {
    id: attempt.id,
    next: {
      step: "meeting",
      options: [
        { local: "2026-11-26T10:00", timeZone: "America/New_York" },
        { local: "2026-11-27T10:00", timeZone: "America/New_York" },
      ],
      durationMinutes: 30,
      title: "Cross-dock",
    },
  });

  expect(task).toMatchObject({
    kind: "meeting",
    dueAt: new Date("2026-11-26T15:00:00Z"),
    alternative: { at: new Date("2026-11-27T15:00:00Z") },
  });
  expect(await touchpointsOf(ctx, id)).toMatchObject([
    { kind: "call_conversation", verification: "captured" },
    { kind: "meeting_booked", verification: "captured", scheduledAt: new Date("2026-11-26T15:00:00Z") },
  ]);
});

test("the next person is found behind more people than a page holds, none of whom may be called", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const first = await aWarmContact(ctx);
  for (let number = 100; number < 121; number++) await aWarmContact(ctx, { phones: [`+4930231250${number}`] });
  const behind = await aWarmContact(ctx);

  const { nextPerson } = await called(ctx, first.id, { outcome: "no_answer" });

  expect(nextPerson?.contact.id).toBe(behind.id);
  expect((await takeQueue(ctx, { ...toCall, limit: 20 })).items).toEqual([]);
});

test("who was called today is done; the next person is offered", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const first = await aWarmContact(ctx);
  const second = await aWarmContact(ctx);

  const { nextPerson } = await called(ctx, first.id, { outcome: "no_answer" });

  expect(nextPerson?.contact.id).toBe(second.id);
  expect((await takeQueue(ctx, toCall)).items.map(({ contact }) => contact.id)).toEqual([second.id]);
  expect((await takeQueue(ctx, { ...toCall, tab: "done" })).items).toMatchObject([
    { contact: { id: first.id }, attempt: { outcome: "no_answer" } },
  ]);
});

test("a call made elsewhere counts as an attempt, on the rep's word", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  const log = { contactId: id, outcome: "conversation" as const, note: "met his assistant", answers: [], said: [] };

  for (const startedAt of ["2026-11-22T03:00:00Z", "2026-11-22T04:00:00Z", "2026-11-22T05:00:00Z"]) {
    await logCall(ctx, { ...log, startedAt: new Date(startedAt) });
  }

  expect(await touchpointsOf(ctx, id)).toMatchObject(Array(3).fill({ verification: "claimed" }));
  await reserveContact(ctx, { contactId: id });
  await expect(startCall(ctx, { contactId: id })).rejects.toMatchObject({ code: "call_not_allowed" });
});

test("what had to be said and was ticked off is kept with the call, in words, and stands in its history", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  await reserveContact(ctx, { contactId: id });
  const { attempt, decision } = await startCall(ctx, { contactId: id });
  const [obligation] = decision.obligations;

  const said = [obligation?.id ?? "", "POL-OTHER", "POL-OTHER"];
  await reportOutcome(ctx, { id: attempt.id, outcome: "conversation", note: "", answers: [], said });

  const { items } = await listAttempts(ctx, { contactId: id, limit: 10 });
  expect(obligation?.text).toBeTruthy();
  expect(items[0]?.outcome?.said).toEqual([
    { id: obligation?.id, text: obligation?.text },
    { id: "POL-OTHER", text: "POL-OTHER" },
  ]);
});
