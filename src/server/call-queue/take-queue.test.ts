import { expect, test } from "vitest";
import { addTask } from "#server/call-queue/add-task.ts";
import { logCall } from "#server/call-queue/log-call.ts";
import { takeQueue } from "#server/call-queue/take-queue.ts";
import { mergeContacts } from "#server/contacts/merge-contacts.ts";
import { transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aTouchpoint, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
/** A Monday: 17:00 in London, 12:00 in New York, where the numbers of these tests are. */
const noon = new Date("2026-11-23T17:00:00Z");
const page = { whose: { of: "me" }, tab: "to_call", limit: 50 } as const;

test("those who expect us come first, then the windows that close soonest, then the late by heat", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const late = await aContact(ctx, { name: "Late Lena" });
  const hotter = await aContact(ctx, { name: "Hotter Hal" });
  const closing = await aContact(ctx, { name: "Closing Cleo" });
  const open = await aContact(ctx, { name: "Open Otto" });
  const hot = await aContact(ctx, { name: "Hot Hana" });
  await aTouchpoint(ctx, late.id, { kind: "webinar_attended", occurredAt: "2026-11-10T12:00:00Z" });
  await aTouchpoint(ctx, hotter.id, { kind: "meeting_held", occurredAt: "2026-11-10T12:00:00Z" });
  await aTouchpoint(ctx, open.id, { kind: "webinar_attended", occurredAt: "2026-11-22T12:00:00Z" });
  await aTouchpoint(ctx, closing.id, { kind: "webinar_attended", occurredAt: "2026-11-21T12:00:00Z" });
  const made = await aTouchpoint(ctx, hot.id, { kind: "introduction_made", occurredAt: "2026-11-23T09:00:00Z" });

  const queue = await takeQueue(ctx, page);

  expect(queue.items.map(({ contact, section }) => [contact.name, section])).toEqual([
    ["Hot Hana", "expects_you"],
    ["Closing Cleo", "in_window"],
    ["Open Otto", "in_window"],
    ["Hotter Hal", "late"],
    ["Late Lena", "late"],
  ]);
  expect(queue.items[0]).toMatchObject({
    temperature: "hot",
    touchpoint: { id: made.id },
    reason: { code: "expects_call", params: { kind: "introduction_made" } },
    decision: { verdict: "allow" },
    contact: { localTime: "12:00" },
  });
  expect(queue.counts?.to_call).toEqual({ count: 5, more: false });
  expect(queue.summary?.expecting).toBe(1);
});

test.each([
  { what: "who expect us", kind: "introduction_made", occurredAt: "2026-11-23T09:00:00Z", tab: "to_call" },
  {
    what: "whose windows close at one instant",
    kind: "webinar_attended",
    occurredAt: "2026-11-21T12:00:00Z",
    tab: "to_call",
  },
  {
    what: "who are late and equally warm",
    kind: "webinar_attended",
    occurredAt: "2026-11-10T12:00:00Z",
    tab: "to_call",
  },
  {
    what: "whose windows open at one instant",
    kind: "webinar_attended",
    occurredAt: "2026-11-23T12:00:00Z",
    tab: "not_yet",
  },
] as const)("pages go on among more people than a page holds $what", async ({ kind, occurredAt, tab }) => {
  const ctx = await aWorkspace(database, { now: noon });
  const people: string[] = [];
  for (let number = 0; number < 25; number++) {
    const { id } = await aContact(ctx);
    await aTouchpoint(ctx, id, { kind, occurredAt });
    people.push(id);
  }

  const shown: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await takeQueue(ctx, { ...page, tab, limit: 10, cursor });
    shown.push(...items.map(({ contact }) => contact.id));
    cursor = nextCursor ?? undefined;
  } while (cursor);

  expect(shown).toEqual(people);
});

test("pages go on among more calls agreed for one instant than a page holds", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const people: string[] = [];
  for (let number = 0; number < 25; number++) {
    const { id: contactId } = await aContact(ctx);
    await addTask(ctx, { contactId, kind: "callback", title: "", local: "2026-11-24T10:00", timeZone: "Etc/UTC" });
    people.push(contactId);
  }

  const first = await takeQueue(ctx, { ...page, tab: "not_yet", limit: 20 });
  const cursor = first.nextCursor ?? undefined;
  const second = await takeQueue(ctx, { ...page, tab: "not_yet", limit: 20, cursor });

  expect([...first.items, ...second.items].map(({ contact }) => contact.id)).toEqual(people);
});

test("a cold person is not in the queue, unless the workspace asks for it", async () => {
  const strict = await aWorkspace(database, { now: noon });
  const open = await aWorkspace(database, { now: noon, settings: { allowCold: true } });
  for (const ctx of [strict, open]) await aContact(ctx);

  expect((await takeQueue(strict, page)).items).toEqual([]);
  expect((await takeQueue(open, page)).items).toMatchObject([{ temperature: "cold", section: "cold" }]);
});

test("who is early waits under not yet, with the time; who may not be called now is held, with the rule", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const early = await aContact(ctx, { name: "Early Edda" });
  const held = await aContact(ctx, { name: "Held Hugo" });
  await aTouchpoint(ctx, early.id, { kind: "webinar_attended", occurredAt: "2026-11-23T16:00:00Z" });
  await aTouchpoint(ctx, held.id, { kind: "inbound_inquiry", occurredAt: "2026-11-24T01:00:00Z" });
  const evening = at(ctx, "2026-11-24T01:30:00Z");

  const toCall = await takeQueue(evening, page);

  expect(toCall.items).toEqual([]);
  expect(toCall.counts).toMatchObject({ not_yet: { count: 1 }, held: { count: 1 } });
  expect((await takeQueue(evening, { ...page, tab: "not_yet" })).items).toMatchObject([
    { contact: { id: early.id }, notYet: { code: "window_opens", at: new Date("2026-11-24T16:00:00Z") } },
  ]);
  const [row] = (await takeQueue(evening, { ...page, tab: "held" })).items;
  expect(row).toMatchObject({ contact: { id: held.id }, decision: { verdict: "defer" } });
  expect(row?.decision?.until).toBe("2026-11-24T09:00:00-05:00");
});

test("a rep sees her own people and those whom nobody owns, page by page, each once", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const mei = await aMember(ctx);
  const other = await aMember(ctx);
  const histories = [
    { kind: "webinar_attended", occurredAt: "2026-11-10T12:00:00Z" },
    { kind: "webinar_attended", occurredAt: "2026-11-22T12:00:00Z" },
    { kind: "introduction_made", occurredAt: "2026-11-23T12:00:00Z" },
    { kind: "introduction_made", occurredAt: "2026-11-18T12:00:00Z" },
  ];
  for (const history of histories) {
    for (const ownerId of [mei.userId, null, mei.userId, null, mei.userId, other.userId]) {
      const { id } = await aContact(ctx, { ownerId });
      await aTouchpoint(ctx, id, history);
    }
  }

  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const queue = await takeQueue(as(ctx, mei), { ...page, limit: 2, cursor });
    seen.push(...queue.items.map(({ contact }) => contact.id));
    cursor = queue.nextCursor ?? undefined;
  } while (cursor);

  expect(seen).toHaveLength(20);
  expect(new Set(seen).size).toBe(20);
});

test("a customer without a recent touchpoint is warm because of the relationship, and the row says so", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  await transaction(ctx, async (tx) => {
    await tx.db
      .insertInto("relationships")
      .values({
        workspaceId: ctx.actor.workspaceId,
        contactId: id,
        kind: "contract",
        startedAt: new Date("2024-03-01T00:00:00Z"),
        recordedAt: tx.now,
      })
      .execute();
    await refreshStandings(tx, [id]);
  });

  expect((await takeQueue(ctx, page)).items).toMatchObject([
    { temperature: "warm", heat: 0, section: "late", reason: { code: "relationship", params: { kind: "contract" } } },
  ]);
});

test("a call to somebody who was merged since is a call to the one who is left, until something new happens", async () => {
  const ctx = await aWorkspace(database, { now: noon, settings: { caps: [{ attempts: 3, hours: 168 }] } });
  const survivor = await aContact(ctx, { name: "Ada Lovelace" });
  const merged = await aContact(ctx, { name: "Ada L." });
  for (const { id } of [survivor, merged]) {
    await aTouchpoint(ctx, id, { kind: "webinar_attended", occurredAt: "2026-11-22T12:00:00Z" });
  }
  await logCall(ctx, { contactId: merged.id, outcome: "no_answer", note: "", answers: [], said: [] });
  const shown = async (instant: string) =>
    (await takeQueue(at(ctx, instant), page)).items.map(({ contact }) => contact.name);

  expect(await shown("2026-11-23T17:30:00Z")).toEqual(["Ada Lovelace"]);
  await mergeContacts(at(ctx, "2026-11-23T17:31:00Z"), { id: survivor.id, otherId: merged.id });

  expect(await shown("2026-11-23T17:32:00Z")).toEqual([]);
  await aTouchpoint(ctx, survivor.id, { kind: "callback_requested", occurredAt: "2026-11-23T17:33:00Z" });
  expect(await shown("2026-11-23T17:34:00Z")).toEqual(["Ada Lovelace"]);
});
