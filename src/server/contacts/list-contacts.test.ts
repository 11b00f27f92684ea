import { expect, test } from "vitest";
import { ListContacts } from "#api/contacts.ts";
import { listContacts } from "#server/contacts/list-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, anAccount, as, aTeam, aTouchpoint, aWorkspace } from "#test/factories.ts";

const database = testDatabase();

async function list(ctx: Context, input: Record<string, unknown> = {}) {
  return transaction(ctx, (tx) => listContacts(tx, ListContacts.parse(input)));
}

async function namesOf(ctx: Context, input: Record<string, unknown> = {}): Promise<string[]> {
  return (await list(ctx, input)).items.map(({ name }) => name);
}

/** Every page, one after the other. */
async function allNames(ctx: Context, input: Record<string, unknown>): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await list(ctx, { ...input, ...(cursor ? { cursor } : {}) });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor);
  return names;
}

async function aFewPeople(): Promise<Context> {
  const ctx = await aWorkspace(database);
  const ana = await aContact(ctx, { name: "Ana Souza" });
  const ben = await aContact(ctx, { name: "Ben Okafor" });
  const chen = await aContact(ctx, { name: "陈思远" });
  await aContact(ctx, { name: "Dora Klein" });
  await aTouchpoint(ctx, ana.id, { kind: "webinar_attended", occurredAt: "2026-11-20T10:00:00Z" });
  await aTouchpoint(ctx, ben.id, { kind: "introduction_made", occurredAt: "2026-11-22T10:00:00Z" });
  await aTouchpoint(ctx, chen.id, { kind: "email_replied", occurredAt: "2026-11-01T10:00:00Z" });
  return ctx;
}

test.each([
  { sort: "name", names: ["Ana Souza", "Ben Okafor", "Dora Klein", "陈思远"] },
  { sort: "created", names: ["Dora Klein", "陈思远", "Ben Okafor", "Ana Souza"] },
  { sort: "heat", names: ["Ben Okafor", "Ana Souza", "陈思远", "Dora Klein"] },
  { sort: "last_touch", names: ["Ben Okafor", "Ana Souza", "陈思远", "Dora Klein"] },
])("sorted by $sort, one by one or all at once", async ({ sort, names }) => {
  const ctx = await aFewPeople();
  const rep = as(ctx, await aMember(ctx));

  expect(await namesOf(ctx, { sort })).toEqual(names);
  expect(await allNames(ctx, { sort, limit: 1 })).toEqual(names);
  expect(await allNames(rep, { sort, limit: 3 })).toEqual(names);
});

test.each([
  { temperature: "hot", names: ["Ben Okafor"] },
  { temperature: "warm", names: ["Ana Souza", "陈思远"] },
  { temperature: "cold", names: ["Dora Klein"] },
])("$temperature as of now", async ({ temperature, names }) => {
  const ctx = await aFewPeople();

  expect(await namesOf(ctx, { temperature })).toEqual(names);
});

test.each([
  { q: "oka", names: ["Ben Okafor"] },
  { q: "OKAFOR ben", names: ["Ben Okafor"] },
  { q: "ben oka", names: ["Ben Okafor"] },
  { q: "ana oka", names: [] },
  { q: "思远", names: ["陈思远"] },
  { q: "陈思", names: ["陈思远"] },
  { q: "陈思远", names: ["陈思远"] },
  { q: "远", names: ["陈思远"] },
  { q: "souzá", names: ["Ana Souza"] },
  { q: "kafor", names: [] },
  { q: "!!", names: [] },
])('"$q" finds $names', async ({ q, names }) => {
  const ctx = await aFewPeople();

  expect(await namesOf(ctx, { q })).toEqual(names);
});

test("of hundreds who share two characters, those whose name begins with them come first, and everybody once", async () => {
  const ctx = await aWorkspace(database);
  const others = ["欧陈思", "安陈思"];
  const named = Array.from({ length: 310 }, (_, index) => `陈思${String.fromCodePoint(0x4e00 + index)}`);
  for (const name of [...others, ...named]) await aContact(ctx, { name });

  const first = await list(ctx, { q: "陈思", limit: 50 });
  const names = await allNames(ctx, { q: "陈思", limit: 150 });

  expect(first.total).toMatchObject({ exact: false });
  expect(first.items.map(({ name }) => name)).toEqual(named.slice(0, 50));
  expect(names).toEqual([...named, ...others.sort()]);
});

test.each(["+44 20 7946 0018", "(020) 7946-0018", "7946 0018", "0018"])("a number is found as %s", async (q) => {
  const ctx = await aWorkspace(database, { country: "GB" });
  await aContact(ctx, { name: "Priya Raman", phones: ["+442079460018"] });
  await aContact(ctx, { name: "Tom Barrett", phones: ["+442079460019"] });

  expect(await namesOf(ctx, { q })).toEqual(["Priya Raman"]);
});

test("an address is found by its beginning, and by whoever sees masks only as a whole", async () => {
  const ctx = await aWorkspace(database);
  await aContact(ctx, { name: "Priya Raman", emails: ["priya@northwind.example"] });
  const rep = as(ctx, await aMember(ctx));

  expect(await namesOf(ctx, { q: "priya@nor" })).toEqual(["Priya Raman"]);
  expect(await namesOf(rep, { q: "priya@nor" })).toEqual([]);
  expect(await namesOf(rep, { q: "Priya@northwind.example" })).toEqual(["Priya Raman"]);
});

test("a rep cannot find a number digit by digit, nor at all where the person is not hers", async () => {
  const ctx = await aWorkspace(database);
  const [mei, tom] = [await aMember(ctx), await aMember(ctx)];
  await aContact(ctx, { name: "Priya Raman", phones: ["+12125550123"], ownerId: mei.userId });

  expect(await namesOf(as(ctx, mei), { q: "0123" })).toEqual([]);
  expect(await namesOf(as(ctx, mei), { q: "555 0123" })).toEqual(["Priya Raman"]);
  expect(await namesOf(as(ctx, tom), { q: "+1 212 555 0123" })).toEqual([]);
  expect(await namesOf(as(ctx, tom), { q: "priya" })).toEqual([]);
});

test("a rep sees her own and the unassigned, a manager those of the team, an admin everybody", async () => {
  const ctx = await aWorkspace(database);
  const team = await aTeam(ctx);
  const mei = await aMember(ctx, { teamId: team.id });
  const tom = await aMember(ctx, { teamId: team.id });
  const stranger = await aMember(ctx);
  const manager = await aMember(ctx, { role: "manager", teamId: team.id });
  await aContact(ctx, { name: "A of Mei", ownerId: mei.userId });
  await aContact(ctx, { name: "B of Tom", ownerId: tom.userId });
  await aContact(ctx, { name: "C of a stranger", ownerId: stranger.userId });
  await aContact(ctx, { name: "D of nobody" });

  expect(await namesOf(as(ctx, mei))).toEqual(["A of Mei", "D of nobody"]);
  expect(await namesOf(as(ctx, manager))).toEqual(["A of Mei", "B of Tom", "D of nobody"]);
  expect(await namesOf(as(ctx, manager), { sort: "heat" })).toHaveLength(3);
  expect(await namesOf(ctx)).toHaveLength(4);
  expect(await namesOf(ctx, { unassigned: "true" })).toEqual(["D of nobody"]);
  expect(await namesOf(ctx, { ownerId: tom.userId })).toEqual(["B of Tom"]);
});

test("filters by tag, account, number and call window", async () => {
  const ctx = await aWorkspace(database);
  const account = await anAccount(ctx);
  await aContact(ctx, { name: "Ana", tags: ["VIP", "it's \\ odd"], accountId: account.id });
  await aContact(ctx, { name: "Ben", phones: [] });
  const cleo = await aContact(ctx, { name: "Cleo" });
  await aTouchpoint(ctx, cleo.id, { kind: "webinar_attended", occurredAt: "2026-11-22T09:00:00Z" });

  expect(await namesOf(ctx, { tag: "VIP" })).toEqual(["Ana"]);
  expect(await namesOf(ctx, { tag: "it's \\ odd" })).toEqual(["Ana"]);
  expect(await namesOf(ctx, { tag: "VIP", q: "ben" })).toEqual([]);
  expect(await namesOf(ctx, { accountId: account.id })).toEqual(["Ana"]);
  expect(await namesOf(ctx, { hasPhone: "false" })).toEqual(["Ben"]);
  expect(await namesOf(ctx, { inWindow: "true" })).toEqual(["Cleo"]);
  expect(await namesOf(ctx, { neverCalled: "true" })).toHaveLength(3);
  expect(await namesOf(ctx, { from: "b" })).toEqual(["Ben", "Cleo"]);
});

test("numbers and addresses leave the server masked", async () => {
  const ctx = await aWorkspace(database);
  await aContact(ctx, { phones: ["+12125550123"], emails: ["ana@example.org"] });

  const { items, total } = await list(ctx);

  expect(items[0]).toMatchObject({ phone: "+12•••••••23", email: "a•••@example.org" });
  expect(total).toEqual({ count: 1, exact: true });
});

test("a cursor of another sort, or none of ours, is refused", async () => {
  const ctx = await aFewPeople();
  const { nextCursor } = await list(ctx, { limit: 1 });

  await expect(list(ctx, { sort: "heat", cursor: nextCursor })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(list(ctx, { cursor: "abc" })).rejects.toMatchObject({ code: "invalid_input" });
});

test("the words of one workspace are not found in another", async () => {
  await aFewPeople();
  const other = await aWorkspace(database);

  expect(await namesOf(other, { q: "okafor" })).toEqual([]);
});
