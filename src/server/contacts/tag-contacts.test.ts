import { expect, test } from "vitest";
import { ListContacts } from "#api/contacts.ts";
import { listContacts } from "#server/contacts/list-contacts.ts";
import { tagContacts } from "#server/contacts/tag-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aWorkspace } from "#test/factories.ts";

const database = testDatabase();

test("many are tagged at once, found by the new tag at once, and no longer by the old", async () => {
  const ctx = await aWorkspace(database);
  const one = await aContact(ctx, { name: "One", tags: ["old"] });
  const two = await aContact(ctx, { name: "Two", tags: ["vip"] });
  const ids = [one.id, two.id];

  expect(await tagContacts(ctx, { ids, add: ["vip"], remove: ["old"] })).toEqual({ changed: 1 });
  expect(await namesTagged(ctx, "vip")).toEqual(["One", "Two"]);
  expect(await namesTagged(ctx, "old")).toEqual([]);
  expect(await tagContacts(ctx, { ids, add: ["vip"], remove: ["old"] })).toEqual({ changed: 0 });
});

test("somebody else's contacts are left alone", async () => {
  const ctx = await aWorkspace(database);
  const rep = await aMember(ctx);
  const { id } = await aContact(ctx, { ownerId: (await aMember(ctx)).userId });

  expect(await tagContacts(as(ctx, rep), { ids: [id], add: ["mine"], remove: [] })).toEqual({ changed: 0 });
  expect(await namesTagged(ctx, "mine")).toEqual([]);
});

async function namesTagged(ctx: Context, tag: string): Promise<string[]> {
  const { items } = await transaction(ctx, (tx) => listContacts(tx, ListContacts.parse({ tag })));
  return items.map(({ name }) => name);
}
