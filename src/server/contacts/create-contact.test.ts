import { expect, test } from "vitest";
import { CreateContact, type UpdateContact } from "#api/contacts.ts";
import { archiveContact, restoreContact } from "#server/contacts/archive-contact.ts";
import { assignContacts } from "#server/contacts/assign-contacts.ts";
import { addPoint, updatePoint } from "#server/contacts/change-points.ts";
import { createContact } from "#server/contacts/create-contact.ts";
import { getContact } from "#server/contacts/get-contact.ts";
import { matchContact } from "#server/contacts/match-contact.ts";
import { revealContact } from "#server/contacts/reveal-contact.ts";
import { updateContact } from "#server/contacts/update-contact.ts";
import { createCustomField } from "#server/custom-fields/create-custom-field.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();

const create = (ctx: Context, input: unknown) => createContact(ctx, CreateContact.parse(input));
const phone = (value: string) => ({ kind: "phone", value });
const email = (value: string) => ({ kind: "email", value });

async function fullPoints(ctx: Context, id: string): Promise<string[]> {
  return (await revealContact(ctx, { id })).points.map(({ value }) => value);
}

test("a number without + belongs to the contact's country, else to the workspace's", async () => {
  const ctx = await aWorkspace(database, { country: "DE" });

  const inGermany = await create(ctx, { fullName: "Ines Baum", points: [phone("030 901820")] });
  const inFrance = await create(ctx, { fullName: "Luc Roy", country: "FR", points: [phone("01 42 68 53 00 ext. 7")] });

  expect(await fullPoints(ctx, inGermany.id)).toEqual(["+4930901820"]);
  expect((await revealContact(ctx, { id: inFrance.id })).points[0]).toMatchObject({
    value: "+33142685300",
    extension: "7",
    country: "FR",
  });
});

test.each([
  { points: [phone("123")], field: "points.0.value", message: "impossible" },
  { points: [phone("6.28123E+12")], field: "points.0.value", message: "ruined_by_spreadsheet" },
  { points: [phone("+12125550101"), email("nobody")], field: "points.1.value", message: "not_an_email" },
  { points: [{ kind: "profile", value: "priya" }], field: "points.0.value", message: "not_a_profile" },
])("$message is refused, and the field named", async ({ points, field, message }) => {
  const ctx = await aWorkspace(database, { country: "US" });

  await expect(create(ctx, { fullName: "Priya Raman", points })).rejects.toMatchObject({
    code: "invalid_input",
    details: { problems: [{ field, message }] },
  });
});

test("a number that nobody has yet been given is kept", async () => {
  const ctx = await aWorkspace(database);

  const { id } = await create(ctx, { fullName: "Priya Raman", points: [phone("+1 555 555 0123")] });

  expect(await fullPoints(ctx, id)).toEqual(["+15555550123"]);
});

test("who is there already is not added a second time, by whatever key", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await create(ctx, {
    fullName: "Priya Raman",
    company: "Northwind",
    points: [phone("+12125550123"), email("priya@northwind.example")],
  });
  const samePerson = { code: "conflict", details: { reason: "same_person", contactIds: [id], hidden: 0 } };

  await expect(create(ctx, { fullName: "P. R.", points: [email("PRIYA@northwind.example")] })).rejects.toMatchObject(
    samePerson,
  );
  await expect(create(ctx, { fullName: "raman, priya", points: [phone("(212) 555-0123")], country: "US" }))
    .rejects //
    .toMatchObject(samePerson);
  await expect(create(ctx, { fullName: "Priya Raman", company: "NORTHWIND, Inc." })).rejects.toMatchObject({
    details: { reason: "alike" },
  });
  await expect(create(ctx, { fullName: "Priya Raman", company: "Northwind", allowAlike: true })).resolves.toMatchObject(
    { fullName: "Priya Raman" },
  );
  await expect(create(ctx, { fullName: "Arun Raman", points: [phone("+12125550123")] })).resolves.toMatchObject({});
});

test("twelve who add the same address at once leave one contact", async () => {
  const ctx = await aWorkspace(database);
  const add = () => create(ctx, { fullName: "Priya Raman", points: [email("priya@northwind.example")] });

  const results = await Promise.allSettled(Array.from({ length: 12 }, add));

  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) if (result.status === "rejected") expect(result.reason.code).toBe("conflict");
});

test("the form hears whom it looks like, and a rep only that there is somebody", async () => {
  const ctx = await aWorkspace(database, { country: "US" });
  const [mei, tom] = [await aMember(ctx), await aMember(ctx)];
  const { id } = await aContact(ctx, { name: "Priya Raman", phones: ["+12125550123"], ownerId: mei.userId });
  const asked = { name: "Priya Raman", company: null, country: null, points: [NewPhone("212 555 0123")] };

  expect(await matchContact(as(ctx, mei), asked)).toMatchObject({ found: "one", by: "phone", contacts: [{ id }] });
  expect(await matchContact(as(ctx, tom), asked)).toMatchObject({ found: "one", contacts: [], hidden: 1 });
});

function NewPhone(value: string) {
  return { kind: "phone" as const, value, label: null, line: null };
}

test("what is given is changed and the rest stays", async () => {
  const ctx = await aWorkspace(database);
  await createCustomField(ctx, { key: "seats", label: "Seats", type: "number", choices: [] });
  const { id } = await create(ctx, { fullName: "Priya Raman", jobTitle: "COO", custom: { seats: 40 }, tags: ["a"] });

  const changed = await updateContact(at(ctx, "2026-11-23T10:00:00Z"), { id, tags: ["b", "b"], company: "Tallgren" });

  expect(changed).toMatchObject({ jobTitle: "COO", custom: { seats: 40 }, tags: ["b"], account: { name: "Tallgren" } });
  expect((await updateContact(ctx, { id, custom: { seats: null } })).custom).toEqual({});
});

test.each<{ facts: Omit<UpdateContact, "id">; field: string; message: string }>([
  { facts: { custom: { nothing: 1 } }, field: "custom.nothing", message: "unknown_field" },
  { facts: { custom: { seats: "many" } }, field: "custom.seats", message: "not_a_number" },
  { facts: { timeZone: "Mars/Base" }, field: "timeZone", message: "time_zone_unknown" },
  { facts: { ownerId: "00000000-0000-4000-8000-000000000000" }, field: "ownerId", message: "not_a_member" },
])("$message is refused", async ({ facts, field, message }) => {
  const ctx = await aWorkspace(database);
  await createCustomField(ctx, { key: "seats", label: "Seats", type: "number", choices: [] });
  const { id } = await aContact(ctx);

  await expect(updateContact(ctx, { id, ...facts })).rejects.toMatchObject({
    code: "invalid_input",
    details: { problems: [{ field, message }] },
  });
});

test("nobody writes over what somebody else has changed since", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);
  const { updatedAt: seenAt } = await getContact(ctx, { id });
  await updateContact(at(ctx, "2026-11-23T10:00:00Z"), { id, notes: "first" });

  await expect(updateContact(at(ctx, "2026-11-23T10:05:00Z"), { id, notes: "second", seenAt })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "changed_meanwhile" },
  });
});

test("a contact out of reach is as if it were not there", async () => {
  const ctx = await aWorkspace(database);
  const [mei, tom] = [await aMember(ctx), await aMember(ctx)];
  const { id } = await aContact(ctx, { ownerId: mei.userId });
  const notThere = { code: "contact_not_found" };

  await expect(getContact(as(ctx, tom), { id })).rejects.toMatchObject(notThere);
  await expect(updateContact(as(ctx, tom), { id, notes: "x" })).rejects.toMatchObject(notThere);
  await expect(archiveContact(as(ctx, tom), { id })).rejects.toMatchObject(notThere);
  await expect(addPoint(as(ctx, tom), { id, ...NewPhone("+12125550199") })).rejects.toMatchObject(notThere);
});

test("a rep takes a contact for herself and gives it to nobody else", async () => {
  const ctx = await aWorkspace(database);
  const [mei, tom] = [await aMember(ctx), await aMember(ctx)];
  const { id } = await aContact(ctx);

  await expect(updateContact(as(ctx, mei), { id, ownerId: tom.userId })).rejects.toMatchObject({
    code: "permission_denied",
  });
  expect((await updateContact(as(ctx, mei), { id, ownerId: mei.userId })).owner).toMatchObject({ id: mei.userId });
});

test("full numbers are shown to whoever may see them, and that they were is on record", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx, { phones: ["+12125550123"] });

  const rep = as(ctx, await aMember(ctx));
  await expect(revealContact(rep, { id })).rejects.toMatchObject({ code: "permission_denied" });
  expect((await getContact(ctx, { id })).points[0]).toMatchObject({ value: "+12•••••••23", masked: true });
  expect(await fullPoints(ctx, id)).toEqual(["+12125550123"]);

  const logs = await transaction(ctx, (tx) => tx.db.selectFrom("accessLogs").selectAll().execute());
  expect(logs).toMatchObject([{ userId: ctx.actor.userId, action: "reveal", contactId: id }]);
});

test("somebody else's address is refused, a wrong number closes the contact", async () => {
  const ctx = await aWorkspace(database);
  await aContact(ctx, { name: "Ana", emails: ["ana@example.org"] });
  const { id } = await aContact(ctx, { name: "Ben", phones: ["+12125550123"] });

  const theirs = { id, kind: "email" as const, value: "ana@example.org", label: null, line: null };
  await expect(addPoint(ctx, theirs)).rejects.toMatchObject({ code: "conflict", details: { reason: "same_person" } });
  const pointId = (await getContact(ctx, { id })).points[0]?.id ?? "";
  expect(await updatePoint(ctx, { id, pointId, state: "wrong" })).toMatchObject({ closedBecause: "no_number" });
  expect(await addPoint(ctx, { id, ...NewPhone("+12125550124") })).toMatchObject({ closedBecause: null });
});

test("an archived contact leaves the lists, frees its address, and comes back as it was", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx, { name: "Ana", emails: ["ana@example.org"] });

  expect(await archiveContact(ctx, { id })).toMatchObject({ state: "withdrawn", closedBecause: "withdrawn" });
  await expect(getContact(as(ctx, await aMember(ctx)), { id })).resolves.toMatchObject({ state: "withdrawn" });
  const restored = await restoreContact(at(ctx, "2026-11-24T09:00:00Z"), { id });
  expect(restored.points.map(({ state }) => state)).toEqual(["active", "active"]);

  await archiveContact(at(ctx, "2026-11-25T09:00:00Z"), { id });
  await create(ctx, { fullName: "Ana again", points: [email("ana@example.org")] });
  const second = await restoreContact(at(ctx, "2026-11-26T09:00:00Z"), { id });
  expect(second.points.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
    "email withdrawn",
    "phone active",
  ]);
});

test("owners are given in bulk, within the giver's reach, and the queue's copy follows", async () => {
  const ctx = await aWorkspace(database);
  const [mei, tom] = [await aMember(ctx), await aMember(ctx)];
  const ids = [await aContact(ctx, { tags: ["fair"] }), await aContact(ctx, { tags: ["fair"] }), await aContact(ctx)];

  await expect(assignContacts(as(ctx, mei), { ownerId: mei.userId, filters: {} })).rejects.toMatchObject({
    code: "permission_denied",
  });
  expect(await assignContacts(ctx, { ownerId: mei.userId, filters: { tag: "fair" } })).toEqual({ assigned: 2 });
  expect(await assignContacts(ctx, { ownerId: tom.userId, ids: ids.map(({ id }) => id) })).toEqual({ assigned: 3 });
  const owners = await transaction(ctx, (tx) => tx.db.selectFrom("standings").select("ownerId").execute());
  expect(owners.map(({ ownerId }) => ownerId)).toEqual([tom.userId, tom.userId, tom.userId]);
  await expect(assignContacts(ctx, { ownerId: null })).rejects.toMatchObject({ code: "invalid_input" });
});
