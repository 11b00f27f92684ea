import { expect, test } from "vitest";
import { listSuppressions as contract, type SuppressionKind } from "#api/compliance.ts";
import { addTask } from "#server/call-queue/add-task.ts";
import { listTasks } from "#server/call-queue/list-tasks.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { listSuppressions } from "#server/compliance/list-suppressions.ts";
import { insertSuppressions } from "#server/compliance/queries.ts";
import { recordConsent } from "#server/compliance/record-consent.ts";
import { cancelWorkOfClosed, recordSuppression } from "#server/compliance/record-suppression.ts";
import { withdrawConsent } from "#server/compliance/withdraw-consent.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aTouchpoint, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
/** A Monday, 12:00 in New York, where the numbers of these tests are. */
const noon = new Date("2026-11-23T17:00:00Z");

async function aWarmContact(ctx: Context, options: Parameters<typeof aContact>[1] = {}) {
  const contact = await aContact(ctx, options);
  await aTouchpoint(ctx, contact.id, { kind: "webinar_attended", occurredAt: "2026-11-20T18:00:00Z" });
  return contact;
}

async function mayCall(ctx: Context, contactId: string, subject?: string): Promise<boolean> {
  await reserveContact(ctx, { contactId });
  return transaction(ctx, async (tx) => {
    await startCall(tx, { contactId, subject });
    throw new Error("only asking");
  }).catch((error: Error) => error.message === "only asking");
}

const stop = { kind: "stop" as const, words: "" };

test.each<[SuppressionKind, boolean]>([
  ["stop", false],
  ["do_not_call", false],
  ["unsubscribe", false],
  ["objection", false],
  ["complaint", false],
  ["not_interested", false],
  ["litigator", false],
  ["deceased", false],
  ["wrong_person", true],
])("after %s the person may still be called on another number: %s", async (kind, allowed) => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx, { phones: ["+12125550801", "+12125550802"] });

  await recordSuppression(ctx, { contactId: id, point: "+12125550801", kind: kind as "stop", words: "" });

  expect(await mayCall(ctx, id)).toBe(allowed);
});

test("a no to a number closes it for whoever has it, however it is written", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx, { phones: ["+12125550811"] });

  await recordSuppression(ctx, { ...stop, point: "+1 (212) 555-0811" });

  expect(await mayCall(ctx, id)).toBe(false);
  expect((await listSuppressions(ctx, { contactId: id, limit: 50, standing: false })).items).toMatchObject([
    { point: "+12•••••••11" },
  ]);
});

test("a no by mail closes the telephone too", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx, { emails: ["daniel@northwind.example"] });

  await recordSuppression(ctx, { kind: "unsubscribe", point: "Daniel@Northwind.example", words: "" });

  expect(await mayCall(ctx, id)).toBe(false);
});

test("a no of a contact that was merged holds for the one it was merged into, and ends what is planned there", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  const merged = await aContact(ctx, { mergedIntoId: id });
  await addTask(ctx, {
    contactId: id,
    kind: "callback",
    title: "",
    local: "2026-11-24T10:00",
    timeZone: "America/New_York",
  });

  const { cancelledTasks } = await recordSuppression(ctx, { ...stop, contactId: merged.id });

  expect(cancelledTasks).toBe(1);
  expect(await mayCall(ctx, id)).toBe(false);
});

test("a no ends what is planned with those who cannot be reached on any other number", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx, { phones: ["+12125550821"] });
  const sharer = await aWarmContact(ctx, { phones: ["+12125550821"] });
  const reachable = await aWarmContact(ctx, { phones: ["+12125550821", "+12125550822"] });
  const time = { local: "2026-11-24T10:00", timeZone: "America/New_York" };
  for (const contactId of [sharer.id, reachable.id])
    await addTask(ctx, { contactId, kind: "later", title: "", ...time });

  const { cancelledTasks } = await recordSuppression(ctx, { ...stop, contactId: id });

  expect(cancelledTasks).toBe(1);
  expect(await mayCall(ctx, sharer.id)).toBe(false);
  expect(await mayCall(ctx, reachable.id)).toBe(true);
});

test("a no to one subject ends what was planned about it, and nothing about another", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  const other = await aWarmContact(ctx);
  const time = { kind: "later" as const, local: "2026-11-24T10:00", timeZone: "America/New_York" };
  for (const subject of ["webinar", "fund", undefined]) {
    await addTask(ctx, { ...time, contactId: id, title: subject ?? "anything", ...(subject && { subject }) });
  }
  await addTask(ctx, { ...time, contactId: other.id, title: "webinar", subject: "webinar" });

  const { cancelledTasks } = await recordSuppression(ctx, { ...stop, contactId: id, scope: "webinar" });

  expect(cancelledTasks).toBe(2);
  const { items } = await listTasks(ctx, { state: "open", limit: 10 });
  expect(items.map(({ title }) => title).sort()).toEqual(["fund", "webinar"]);
  expect((await recordSuppression(ctx, { ...stop, contactId: id })).cancelledTasks).toBe(1);
});

test("a no to one subject closes calls about it, and calls that name none", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  await recordSuppression(ctx, { ...stop, contactId: id, scope: "webinar" });

  expect([await mayCall(ctx, id, "webinar"), await mayCall(ctx, id), await mayCall(ctx, id, "fund")]).toEqual([
    false,
    false,
    true,
  ]);
});

test("an address from which mail came back is shown with the nos, and closes no calls", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx, { emails: ["ana@example.net"] });
  await transaction(ctx, async (tx) => {
    await insertSuppressions(tx, [{ contactId: id, point: "ana@example.net", kind: "bounced", saidAt: tx.now }]);
    await refreshStandings(tx, [id]);
  });

  const { items } = await listSuppressions(ctx, { contactId: id, limit: 50, standing: true });

  expect(contract.output.encode({ items, nextCursor: null }).items).toMatchObject([{ kind: "bounced" }]);
  expect(await mayCall(ctx, id)).toBe(true);
});

test("a later consent of the person's own reopens what it names, until it is withdrawn", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  await recordSuppression(at(ctx, "2026-11-23T16:00:00Z"), { ...stop, contactId: id });

  const consent = await recordConsent(ctx, {
    contactId: id,
    channels: ["call"],
    purpose: "marketing",
    form: "written",
    words: "Please do call me",
  });
  const allowed = await mayCall(at(ctx, "2026-11-23T17:01:00Z"), id);
  await withdrawConsent(at(ctx, "2026-11-23T17:02:00Z"), { id: consent.id, words: "" });

  expect(allowed).toBe(true);
  expect(await mayCall(at(ctx, "2026-11-23T17:03:00Z"), id)).toBe(false);
});

test("an opt-out that an import brings ends what was planned with the person", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx, { emails: ["ana@example.org"] });
  await addTask(ctx, { contactId: id, kind: "later", title: "", local: "2026-11-24T10:00", timeZone: "Etc/UTC" });
  await transaction(ctx, async (tx) => {
    await insertSuppressions(tx, [{ contactId: id, point: "ana@example.org", kind: "unsubscribe", saidAt: tx.now }]);
    await refreshStandings(tx, [id]);
    await cancelWorkOfClosed(tx, [id]);
  });

  const { items } = await listTasks(ctx, { state: "cancelled", contactId: id, limit: 10 });

  expect(items).toMatchObject([{ closedBecause: "stop" }]);
});
