import { expect, test } from "vitest";
import { RecordTouchpoint } from "#api/touchpoints.ts";
import { getContact } from "#server/contacts/get-contact.ts";
import type { Context } from "#server/platform/context.ts";
import { changeKind, listKinds, resetKind } from "#server/touchpoints/change-kind.ts";
import { checkStandings } from "#server/touchpoints/check-standings.ts";
import { getTouchpoint } from "#server/touchpoints/get-touchpoint.ts";
import { listTouchpoints } from "#server/touchpoints/list-touchpoints.ts";
import { confirmTouchpoint, retractTouchpoint } from "#server/touchpoints/mark-touchpoints.ts";
import { recordTouchpoint } from "#server/touchpoints/record-touchpoint.ts";
import { renewStandings } from "#server/touchpoints/renew-standings.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, anAccount, as, aTouchpoint, aWorkspace } from "#test/factories.ts";

const database = testDatabase();

function met(contactId: string, more: Record<string, unknown> = {}) {
  return RecordTouchpoint.parse({ contactId, kind: "meeting_held", occurredAt: "2026-11-20T09:00:00Z", ...more });
}

const temperatureOf = async (ctx: Context, id: string) => (await getContact(ctx, { id })).temperature;

test("what a rep types warms nobody until a manager confirms it", async () => {
  const ctx = await aWorkspace(database);
  const mei = as(ctx, await aMember(ctx, { name: "Mei Lin" }));
  const { id } = await aContact(ctx);

  const claim = await recordTouchpoint(mei, met(id, { proof: "Tom was there" }));
  expect(claim).toMatchObject({ verification: "claimed", recordedBy: { name: "Mei Lin" }, confirmedAt: null });
  expect(await temperatureOf(ctx, id)).toBe("cold");

  await expect(confirmTouchpoint(mei, claim)).rejects.toMatchObject({ code: "permission_denied" });
  expect(await confirmTouchpoint(ctx, claim)).toMatchObject({ confirmedBy: { id: ctx.actor.userId } });
  expect(await temperatureOf(ctx, id)).toBe("warm");
  expect((await getTouchpoint(mei, claim)).evidence).toEqual({ proof: "Tom was there" });
});

test("a retracted touchpoint stays in the record and counts for nothing", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);
  const touchpoint = await aTouchpoint(ctx, id, { kind: "meeting_held" });
  const rep = as(ctx, await aMember(ctx));

  await expect(retractTouchpoint(rep, { ...touchpoint, because: "no" })).rejects.toMatchObject({
    code: "permission_denied",
  });
  await retractTouchpoint(ctx, { ...touchpoint, because: "It was somebody else" });

  expect(await temperatureOf(ctx, id)).toBe("cold");
  const { items } = await listTouchpoints(ctx, { contactId: id, limit: 10 });
  expect(items).toMatchObject([{ id: touchpoint.id, retractedAt: ctx.now }]);
  await expect(confirmTouchpoint(ctx, touchpoint)).rejects.toMatchObject({ code: "conflict" });
});

test("eight reports of one thing are one touchpoint", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);

  const all = await Promise.all(
    Array.from({ length: 8 }, () => recordTouchpoint(ctx, met(id, { sourceKey: "form-7" }))),
  );

  expect(new Set(all.map((each) => each.id)).size).toBe(1);
  expect((await listTouchpoints(ctx, { contactId: id, limit: 10 })).items).toHaveLength(1);
});

test.each([
  { more: { kind: "telepathy" }, field: "kind", message: "unknown_kind" },
  { more: { occurredAt: "2026-12-24T09:00:00Z" }, field: "occurredAt", message: "in_the_future" },
  { more: { kind: "meeting_booked" }, field: "scheduledAt", message: "needed_for_this_kind" },
])("$message is refused", async ({ more, field, message }) => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);

  await expect(recordTouchpoint(ctx, met(id, more))).rejects.toMatchObject({
    code: "invalid_input",
    details: { problems: [{ field, message }] },
  });
});

test("a timeline is read page by page", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);
  for (const day of ["01", "02", "03"]) await aTouchpoint(ctx, id, { occurredAt: `2026-11-${day}T09:00:00Z` });

  const first = await listTouchpoints(ctx, { contactId: id, limit: 2 });
  const second = await listTouchpoints(ctx, { contactId: id, limit: 2, cursor: first.nextCursor ?? "" });

  const days = [...first.items, ...second.items].map(({ occurredAt }) => occurredAt.getUTCDate());
  expect(days).toEqual([3, 2, 1]);
  expect(second.nextCursor).toBeNull();
});

test("a touchpoint of somebody else's contact is not there", async () => {
  const ctx = await aWorkspace(database);
  const [mei, tom] = [await aMember(ctx), await aMember(ctx)];
  const { id } = await aContact(ctx, { ownerId: mei.userId });
  const touchpoint = await aTouchpoint(ctx, id);

  await expect(getTouchpoint(as(ctx, tom), touchpoint)).rejects.toMatchObject({ code: "contact_not_found" });
  await expect(recordTouchpoint(as(ctx, tom), met(id))).rejects.toMatchObject({ code: "contact_not_found" });
});

test("a reply of one is visible at the colleagues, without name or way to whom one may not see", async () => {
  const ctx = await aWorkspace(database);
  const { id: accountId } = await anAccount(ctx);
  const [mei, tom] = [await aMember(ctx), await aMember(ctx)];
  const priya = await aContact(ctx, { name: "Priya Raman", accountId, ownerId: mei.userId });
  const daniel = await aContact(ctx, { name: "Daniel Okafor", accountId, ownerId: tom.userId });
  await aTouchpoint(ctx, priya.id, { kind: "email_replied" });
  await aTouchpoint(ctx, priya.id, { kind: "email_opened" });

  const told = { name: "Priya Raman", kind: "email_replied", at: ctx.now, temperature: "warm" };
  expect((await getContact(ctx, daniel)).colleagues).toMatchObject([{ ...told, contactId: priya.id }]);
  expect((await getContact(as(ctx, tom), daniel)).colleagues).toMatchObject([{ ...told, contactId: null, name: "" }]);
});

test("a kind with another memory warms for as long, once standings are worked out anew", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);
  await aTouchpoint(ctx, id, { kind: "webinar_attended", occurredAt: "2026-10-01T09:00:00Z" });

  await changeKind(ctx, { slug: "webinar_attended", memoryDays: 10 });
  expect(await checkStandings(ctx)).toMatchObject({ checked: 1, different: 1, first: { contactId: id } });
  await renewStandings(ctx, { after: null });
  await renewStandings(ctx, { after: null });

  expect(await checkStandings(ctx)).toMatchObject({ different: 0 });
  expect(await temperatureOf(ctx, id)).toBe("cold");
  expect((await listKinds(ctx)).items.filter(({ changed }) => changed)).toMatchObject([{ slug: "webinar_attended" }]);
  await resetKind(ctx, { slug: "webinar_attended" });
  expect((await listKinds(ctx)).items.some(({ changed }) => changed)).toBe(false);
});

test.each([
  { change: { slug: "research_note", weight: 5 }, field: "direction" },
  { change: { slug: "email_opened", direction: "mutual" as const }, field: "direction" },
  { change: { slug: "Not a slug" }, field: "slug" },
  { change: { slug: "webinar_attended", memoryDays: -1 }, field: "memoryDays" },
])("a kind that cannot be is refused: $change", async ({ change, field }) => {
  const ctx = await aWorkspace(database);

  await expect(changeKind(ctx, change)).rejects.toMatchObject({ details: { problems: [{ field }] } });
});
