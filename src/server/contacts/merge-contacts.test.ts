import { expect, test } from "vitest";
import { addTask } from "#server/call-queue/add-task.ts";
import { listTasks } from "#server/call-queue/list-tasks.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { getContact } from "#server/contacts/get-contact.ts";
import { mergeContacts } from "#server/contacts/merge-contacts.ts";
import { unmergeContacts } from "#server/contacts/unmerge-contacts.ts";
import { updateContact } from "#server/contacts/update-contact.ts";
import { checkStandings } from "#server/touchpoints/check-standings.ts";
import { listTouchpoints } from "#server/touchpoints/list-touchpoints.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aTouchpoint, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const stop = { kind: "stop" as const, words: "" };

test("both histories, both points and the stricter permission are the survivor's", async () => {
  const ctx = await aWorkspace(database);
  const ana = await aContact(ctx, { name: "Ana Souza", emails: ["ana@example.org"] });
  const other = await aContact(ctx, { name: "A. Souza", country: "PT", tags: ["vip"] });
  await aTouchpoint(ctx, ana.id, { kind: "email_replied", occurredAt: "2026-11-20T10:00:00Z" });
  await aTouchpoint(ctx, other.id, { kind: "meeting_held", occurredAt: "2026-11-21T10:00:00Z" });
  await recordSuppression(ctx, { contactId: other.id, ...stop });

  const merged = await mergeContacts(ctx, { id: ana.id, otherId: other.id });

  expect(merged).toMatchObject({ id: ana.id, country: "PT", tags: ["vip"], closedBecause: "suppressed" });
  expect(merged.points).toHaveLength(3);
  expect((await listTouchpoints(ctx, { contactId: ana.id, limit: 10 })).items.map(({ kind }) => kind)).toEqual([
    "meeting_held",
    "email_replied",
  ]);
  expect(await getContact(ctx, { id: other.id })).toMatchObject({ id: ana.id });
  expect(await checkStandings(ctx)).toMatchObject({ different: 0 });
});

test("a merge taken apart leaves both as they were, and names what came since", async () => {
  const ctx = await aWorkspace(database);
  const ana = await aContact(ctx, { name: "Ana Souza" });
  const other = await aContact(ctx, { name: "A. Souza", country: "PT", tags: ["vip"] });
  const before = [await getContact(ctx, ana), await getContact(ctx, other)];

  const { merged } = await mergeContacts(ctx, { id: ana.id, otherId: other.id });
  const later = at(ctx, "2026-11-24T10:00:00Z");
  await aTouchpoint(later, ana.id, { kind: "call_conversation" });
  await updateContact(later, { id: ana.id, country: "BR" });
  const result = await unmergeContacts(later, { id: ana.id, mergeId: merged[0]?.mergeId ?? "" });

  expect(result.kept).toEqual({ touchpoints: 1, points: 0, fields: ["country"] });
  expect(result.survivor).toMatchObject({ tags: [], country: "BR", merged: [], points: before[0]?.points });
  expect(await getContact(ctx, other)).toMatchObject({ points: before[1]?.points, tags: ["vip"], country: "PT" });
  expect(await checkStandings(ctx)).toMatchObject({ different: 0 });
});

test("a no that was said between merge and un-merge holds for both", async () => {
  const ctx = await aWorkspace(database);
  const [ana, other] = [await aContact(ctx), await aContact(ctx)];
  const { merged } = await mergeContacts(ctx, { id: ana.id, otherId: other.id });
  const later = at(ctx, "2026-11-24T10:00:00Z");
  await recordSuppression(later, { contactId: ana.id, ...stop });

  await unmergeContacts(later, { id: ana.id, mergeId: merged[0]?.mergeId ?? "" });

  expect(await getContact(later, ana)).toMatchObject({ closedBecause: "suppressed" });
  expect(await getContact(later, other)).toMatchObject({ closedBecause: "suppressed" });
});

test("what was planned with either is planned with the survivor, and goes back when the merge is taken apart", async () => {
  const ctx = await aWorkspace(database);
  const [ana, other] = [await aContact(ctx), await aContact(ctx)];
  const later = { kind: "later", title: "", local: "2026-12-01T10:00", timeZone: "Europe/Paris" } as const;
  const task = await addTask(ctx, { contactId: other.id, ...later });
  const planned = async ({ id }: { id: string }) =>
    (await listTasks(ctx, { contactId: id, state: "open", limit: 10 })).items.map((each) => each.id);

  const { merged } = await mergeContacts(ctx, { id: ana.id, otherId: other.id });
  const afterMerge = await planned(ana);
  await unmergeContacts(ctx, { id: ana.id, mergeId: merged[0]?.mergeId ?? "" });

  expect(afterMerge).toEqual([task.id]);
  expect([await planned(ana), await planned(other)]).toEqual([[], [task.id]]);
});

test("a merge can be taken apart once", async () => {
  const ctx = await aWorkspace(database);
  const [ana, other] = [await aContact(ctx), await aContact(ctx)];
  const { merged } = await mergeContacts(ctx, { id: ana.id, otherId: other.id });
  const undo = { id: ana.id, mergeId: merged[0]?.mergeId ?? "" };
  await unmergeContacts(ctx, undo);

  await expect(unmergeContacts(ctx, undo)).rejects.toMatchObject({ code: "not_found" });
  await expect(mergeContacts(ctx, { id: ana.id, otherId: ana.id })).rejects.toMatchObject({ code: "conflict" });
  const rep = as(ctx, await aMember(ctx));
  await expect(mergeContacts(rep, { id: ana.id, otherId: other.id })).rejects.toMatchObject({
    code: "permission_denied",
  });
});
