import { expect, test } from "vitest";
import type { Attempt } from "#api/attempts.ts";
import { AppError } from "#domain/errors.ts";
import { closeForgottenCall } from "#server/call-queue/close-forgotten-call.ts";
import { currentCall } from "#server/call-queue/current-call.ts";
import { getBrief } from "#server/call-queue/get-brief.ts";
import { releaseContact } from "#server/call-queue/release-contact.ts";
import { reportOutcome } from "#server/call-queue/report-outcome.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { verifyCalls } from "#server/call-queue/verify-calls.ts";
import { readDecisions } from "#server/compliance/decision-queries.ts";
import { recordConsent } from "#server/compliance/record-consent.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { checkLedger } from "#server/ledger/check-ledger.ts";
import { type Context, snapshot, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aTouchpoint, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
/** A Monday, 12:00 in New York, where the numbers of these tests are. */
const noon = new Date("2026-11-23T17:00:00Z");
const night = new Date("2026-11-24T03:00:00Z");

async function aWarmContact(ctx: Context, options: Parameters<typeof aContact>[1] = {}) {
  const contact = await aContact(ctx, options);
  await aTouchpoint(ctx, contact.id, { kind: "webinar_attended", occurredAt: "2026-11-20T12:00:00Z" });
  return contact;
}

async function call(ctx: Context, contactId: string): Promise<Attempt> {
  await reserveContact(ctx, { contactId });
  return (await startCall(ctx, { contactId })).attempt;
}

async function countOf(ctx: Context, table: "attempts" | "decisions", contactId: string): Promise<number> {
  return transaction(ctx, async (tx) => {
    const rows = await tx.db.selectFrom(table).select("id").where("contactId", "=", contactId).execute();
    return rows.length;
  });
}

test("a call that is allowed is written down with its decision before the number is given", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id, phones } = await aWarmContact(ctx);

  await reserveContact(ctx, { contactId: id });
  const { attempt, tel, decision } = await startCall(ctx, { contactId: id });

  expect(tel).toBe(`tel:${phones[0]}`);
  expect(decision.verdict).toBe("allow");
  expect(decision.reliesOn).toMatchObject([{ kind: "relationship" }]);
  expect(attempt).toMatchObject({ origin: "dialled", temperature: "warm", outcome: null, startedAt: noon });
  expect(await countOf(ctx, "decisions", id)).toBe(1);
});

test("who asks to be called after a stop may be called, and verifying holds", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  const stop = { kind: "stop" as const, words: "", contactId: id };
  await recordSuppression(at(ctx, "2026-11-20T12:00:00Z"), stop);
  await aTouchpoint(ctx, id, { kind: "callback_requested", occurredAt: "2026-11-23T16:00:00Z" });

  await reserveContact(ctx, { contactId: id });
  const { decision } = await startCall(ctx, { contactId: id });

  expect(decision).toMatchObject({ verdict: "allow", reliesOn: [{ kind: "consent" }, { kind: "request" }] });
  expect((await transaction(ctx, (tx) => verifyCalls(tx.db))).broken).toEqual([]);
});

test("nothing reopens what is closed for good, whatever was agreed since", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  await recordSuppression(at(ctx, "2026-11-20T12:00:00Z"), { kind: "deceased", words: "", contactId: id });
  const consent = { contactId: id, channels: ["call" as const], purpose: "marketing", form: "oral" as const };
  await recordConsent(at(ctx, "2026-11-22T12:00:00Z"), { ...consent, words: "call me" });

  await reserveContact(ctx, { contactId: id });

  await expect(startCall(ctx, { contactId: id })).rejects.toMatchObject({ details: { verdict: "deny" } });
});

test("a refused call leaves no trace but the refusal itself, in the ledger like every decision", async () => {
  const ctx = at(await aWorkspace(database, { now: noon }), night);
  const { id } = await aWarmContact(ctx);

  await reserveContact(ctx, { contactId: id });

  await expect(startCall(ctx, { contactId: id })).rejects.toMatchObject({
    code: "call_not_allowed",
    details: { verdict: "defer", until: "2026-11-24T09:00:00-05:00" },
  });
  expect(await countOf(ctx, "attempts", id)).toBe(0);
  expect(await countOf(ctx, "decisions", id)).toBe(1);
  const refusals = await transaction(ctx, (tx) => readDecisions(tx, { contactIds: [id], limit: 10 }));
  expect(refusals).toMatchObject([{ verdict: "defer", decidedFor: { userId: ctx.actor.userId }, decidedAt: ctx.now }]);
  const entries = await transaction(ctx, (tx) =>
    tx.db
      .selectFrom("ledgerEntries")
      .select("kind")
      .where("subjectId", "=", refusals[0]?.id ?? "")
      .execute(),
  );
  expect(entries).toEqual([{ kind: "decision" }]);
  expect(await snapshot(ctx, checkLedger)).toMatchObject({ broken: 0 });
});

test("whoever only looks at a person leaves no decision", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  await reserveContact(ctx, { contactId: id });

  await getBrief(ctx, { id });

  expect(await countOf(ctx, "decisions", id)).toBe(0);
});

test("nobody is dialled without having been opened", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);

  await expect(startCall(ctx, { contactId: id })).rejects.toMatchObject({ code: "call_not_opened" });
});

test("starting a call twice gives the same attempt", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);

  const first = await call(ctx, id);
  const second = (await startCall(at(ctx, "2026-11-23T17:00:30Z"), { contactId: id })).attempt;

  expect(second.id).toBe(first.id);
  expect(await countOf(ctx, "attempts", id)).toBe(1);
});

test("whoever opens a person keeps colleagues away for five minutes, renewed while open, and until released", async () => {
  const mei = await aWorkspace(database, { now: noon });
  const tom = as(mei, await aMember(mei, { name: "Tom Barrett", role: "admin" }));
  const { id } = await aWarmContact(mei);

  const opened = await reserveContact(mei, { contactId: id });
  await expect(reserveContact(tom, { contactId: id })).rejects.toMatchObject({
    code: "reserved_by_other",
    details: { name: "Mei Lin", until: "2026-11-23T17:05:00.000Z" },
  });
  const renewed = await reserveContact(at(mei, "2026-11-23T17:04:00Z"), { contactId: id });
  await expect(reserveContact(at(tom, "2026-11-23T17:08:59Z"), { contactId: id })).rejects.toThrow(AppError);
  const taken = await reserveContact(at(tom, "2026-11-23T17:09:00Z"), { contactId: id });
  await releaseContact(at(tom, "2026-11-23T17:09:10Z"), { contactId: id });
  const again = await reserveContact(at(mei, "2026-11-23T17:09:20Z"), { contactId: id });

  expect(opened.expiresAt).toEqual(new Date("2026-11-23T17:05:00Z"));
  expect(renewed.expiresAt).toEqual(new Date("2026-11-23T17:09:00Z"));
  expect(taken).toMatchObject({ name: "Tom Barrett", mine: true });
  expect(again.mine).toBe(true);
});

test("opening another person lets go of one who was merely opened, and is refused while a call has no outcome", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const first = await aWarmContact(ctx);
  const second = await aWarmContact(ctx);

  await reserveContact(ctx, { contactId: first.id });
  await reserveContact(ctx, { contactId: second.id });
  const tom = as(ctx, await aMember(ctx, { role: "admin" }));
  await reserveContact(tom, { contactId: first.id });
  const { attempt } = await startCall(ctx, { contactId: second.id });
  const third = await aWarmContact(ctx);

  await expect(reserveContact(ctx, { contactId: third.id })).rejects.toMatchObject({
    code: "another_call_open",
    details: { attemptId: attempt.id, contactId: second.id },
  });
  expect(await currentCall(ctx)).toMatchObject({ attempt: { id: attempt.id }, reservation: { contactId: second.id } });
});

test("a call whose outcome nobody reports is closed as unreported, once, and counts as an attempt", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  const attempt = await call(ctx, id);
  const later = at(ctx, "2026-11-23T17:30:00Z");

  await closeForgottenCall(later, { attemptId: attempt.id });
  await closeForgottenCall(later, { attemptId: attempt.id });

  expect(await currentCall(later)).toEqual({ attempt: null, reservation: null });
  const reported = await reportOutcome(later, {
    id: attempt.id,
    outcome: "voicemail",
    note: "",
    answers: [],
    said: [],
  });
  expect(reported.attempt.outcome).toMatchObject({ outcome: "voicemail", correctsId: expect.any(String) });
  await closeForgottenCall(later, { attemptId: attempt.id });
  expect(await countOf(ctx, "attempts", id)).toBe(1);
});

test("twelve reps at once on one person make at most one attempt", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  const reps = await Promise.all(Array.from({ length: 12 }, () => aMember(ctx, { role: "admin" })));

  const results = await Promise.allSettled(reps.map((rep) => call(as(ctx, rep), id)));

  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await countOf(ctx, "attempts", id)).toBe(1);
});

test("one rep in twelve windows rings one person at most", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const people = [];
  for (let each = 0; each < 12; each++) people.push(await aWarmContact(ctx));

  await Promise.allSettled(people.map(({ id }) => call(ctx, id)));

  const attempts = await Promise.all(people.map(({ id }) => countOf(ctx, "attempts", id)));
  expect(attempts.reduce((sum, count) => sum + count, 0)).toBe(1);
});

test("eight reps at once cannot exceed three attempts in seven days", async () => {
  const ctx = await aWorkspace(database, { now: noon, settings: { caps: [{ attempts: 3, hours: 7 * 24 }] } });
  const { id } = await aWarmContact(ctx);
  const reps = await Promise.all(Array.from({ length: 8 }, () => aMember(ctx, { role: "admin" })));
  const tryOften = async (rep: Context) => {
    for (let attempt = 0; attempt < 12; attempt++) {
      const started = await call(rep, id).catch(() => undefined);
      if (started) await reportOutcome(rep, { id: started.id, outcome: "no_answer", note: "", answers: [], said: [] });
    }
  };

  await Promise.all(reps.map((rep) => tryOften(as(ctx, rep))));

  expect(await countOf(ctx, "attempts", id)).toBe(3);
  const afterwards = at(ctx, "2026-11-24T17:00:00Z");
  await reserveContact(afterwards, { contactId: id });
  await expect(startCall(afterwards, { contactId: id })).rejects.toMatchObject({
    code: "call_not_allowed",
    details: { until: "2026-11-30T12:00:00-05:00" },
  });
});
