import { expect, test } from "vitest";
import { colleagueTouches } from "#server/accounts/colleague-touches.ts";
import { createAccount } from "#server/accounts/create-account.ts";
import { getAccount } from "#server/accounts/get-account.ts";
import { listAccounts } from "#server/accounts/list-accounts.ts";
import { updateAccount } from "#server/accounts/update-account.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadKinds } from "#server/touchpoints/load-kinds.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, anAccount, as, aTouchpoint, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const page = { limit: 50 };

test("an account is as warm as the warmest of its people, and counts them by temperature as of now", async () => {
  const ctx = await aWorkspace(database);
  const { id: accountId } = await anAccount(ctx);
  const hot = await aContact(ctx, { accountId, name: "Hana Sato" });
  const warm = await aContact(ctx, { accountId, name: "Walter Lind" });
  await aContact(ctx, { accountId, name: "Cora Cole" });
  await aContact(ctx, { accountId, name: "Gone Gustav", state: "withdrawn" });
  await aTouchpoint(ctx, hot.id, { kind: "callback_requested" });
  await aTouchpoint(ctx, warm.id, { kind: "meeting_held", occurredAt: "2026-11-01T10:00:00Z" });

  const account = await getAccount(ctx, { id: accountId });

  expect(account).toMatchObject({ people: 3, hot: 1, warm: 1, cold: 1, temperature: "hot", hidden: 0 });
  expect(account.persons.map(({ name }) => name)).toEqual(["Hana Sato", "Walter Lind", "Cora Cole"]);
  expect(account.touches.map(({ name, kind }) => [name, kind])).toEqual([
    ["Hana Sato", "callback_requested"],
    ["Walter Lind", "meeting_held"],
  ]);
});

test("a reply or meeting with one is visible at the others; what we alone did, and what is only claimed, is not", async () => {
  const ctx = await aWorkspace(database);
  const { id: accountId } = await anAccount(ctx);
  const contact = await aContact(ctx, { accountId });
  const replied = await aContact(ctx, { accountId, name: "Rita Rose" });
  const silent = await aContact(ctx, { accountId, name: "Sven Silent" });
  const merged = await aContact(ctx, { accountId, mergedIntoId: replied.id });
  await aTouchpoint(ctx, merged.id, { kind: "email_replied", occurredAt: "2026-11-20T10:00:00Z" });
  await aTouchpoint(ctx, replied.id, { kind: "meeting_held", occurredAt: "2026-10-20T10:00:00Z" });
  await aTouchpoint(ctx, silent.id, { kind: "email_opened" });
  await aTouchpoint(ctx, silent.id, { kind: "meeting_held", verification: "claimed" });
  await aTouchpoint(ctx, contact.id, { kind: "email_replied" });

  const kinds = await loadKinds(ctx);

  const touches = await colleagueTouches(ctx, { contactId: contact.id, accountId }, kinds);

  expect(touches).toMatchObject([{ contactId: replied.id, name: "Rita Rose", kind: "email_replied" }]);
  expect(await colleagueTouches(ctx, { contactId: contact.id, accountId: null }, kinds)).toEqual([]);
});

test("of people beyond one's reach an account tells that they are there, and not who they are", async () => {
  const ctx = await aWorkspace(database);
  const rep = await aMember(ctx);
  const { userId: ownerId } = await aMember(ctx, { name: "Ana Ruiz" });
  const { id: accountId } = await anAccount(ctx);
  const theirs = await aContact(ctx, { accountId, ownerId, name: "Theodora Thorn" });
  await aTouchpoint(ctx, theirs.id, { kind: "email_replied", summary: "Theodora wrote" });

  const seen = await getAccount(as(ctx, rep), { id: accountId });

  expect(seen).toMatchObject({ people: 1, warm: 1, hidden: 1, temperature: "warm", persons: [] });
  expect(seen.touches).toMatchObject([
    { contactId: null, ownerName: "Ana Ruiz", name: "", summary: "", kind: "email_replied" },
  ]);
  await expect(updateAccount(as(ctx, rep), { id: accountId, place: "Leeds" })).rejects.toMatchObject({
    code: "permission_denied",
  });
});

test("accounts are paged by name and found by any part of it, two Chinese characters included", async () => {
  const ctx = await aWorkspace(database);
  for (const name of ["Cedar & Co", "Ash Ltd", "Birch GmbH", "上海陈思科技有限公司"])
    await createAccount(ctx, { name });

  const first = await listAccounts(ctx, { limit: 2 });
  const second = await listAccounts(ctx, { limit: 2, cursor: first.nextCursor ?? "" });

  expect(names(first)).toEqual(["Ash Ltd", "Birch GmbH"]);
  expect(names(second)).toEqual(["Cedar & Co", "上海陈思科技有限公司"]);
  expect(second.nextCursor).toBeNull();
  expect(names(await listAccounts(ctx, { ...page, q: "IRC" }))).toEqual(["Birch GmbH"]);
  expect(names(await listAccounts(ctx, { ...page, q: "陈思" }))).toEqual(["上海陈思科技有限公司"]);
  expect(names(await listAccounts(ctx, { ...page, q: "100%" }))).toEqual([]);
  expect(names(await listAccounts(ctx, { ...page, q: "&" }))).toEqual([]);
});

test("one company is one account, however it is spelled", async () => {
  const ctx = await aWorkspace(database);
  await createAccount(ctx, { name: "Tallow Ltd" });
  const other = await createAccount(ctx, { name: "Wick Inc." });

  await expect(createAccount(ctx, { name: "TALLOW, LTD." })).rejects.toMatchObject({ code: "conflict" });
  await expect(updateAccount(ctx, { id: other.id, name: "Tallow" })).rejects.toMatchObject({ code: "conflict" });
});

test("the people of a renamed account are found by its new name", async () => {
  const ctx = await aWorkspace(database);
  const { id: accountId } = await createAccount(ctx, { name: "Tallow", place: "York" });
  const contact = await aContact(ctx, { accountId, name: "Ada Ray", tags: ["vip"] });

  const renamed = await updateAccount(ctx, { id: accountId, name: "Beeswax" });

  expect(renamed).toMatchObject({ name: "Beeswax", place: "York" });
  expect(await searchEntriesOf(ctx, contact.id)).toEqual(expect.stringMatching(/#vip.*beeswax/));
});

function names({ items }: { items: { name: string }[] }): string[] {
  return items.map(({ name }) => name);
}

async function searchEntriesOf(ctx: Context, id: string): Promise<string> {
  return transaction(ctx, async (tx) => {
    const row = await tx.db.selectFrom("contacts").select("search").where("id", "=", id).executeTakeFirstOrThrow();
    return String(row.search);
  });
}
