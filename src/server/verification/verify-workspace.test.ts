import { expect, test } from "vitest";
import { verifyWorkspace } from "#server/verification/verify-workspace.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aTouchpoint, aWorkspace } from "#test/factories.ts";

const database = testDatabase();

test("a workspace that was only changed through the product holds", async () => {
  const ctx = await aWorkspace(database);
  const contact = await aContact(ctx);
  await aTouchpoint(ctx, contact.id);

  const { holds, checks } = await verifyWorkspace(ctx);

  expect(holds).toBe(true);
  expect(checks.find(({ name }) => name === "standings")).toMatchObject({ checked: 1, broken: 0 });
});

test("a standing that somebody changed behind the product's back is named", async () => {
  const ctx = await aWorkspace(database);
  const contact = await aContact(ctx);
  await aTouchpoint(ctx, contact.id);
  await database.ownerPool.query("update standings set heat_log = heat_log + 1 where contact_id = $1", [contact.id]);

  const { holds, checks } = await verifyWorkspace(ctx);

  expect(holds).toBe(false);
  expect(checks.find(({ name }) => name === "standings")).toMatchObject({ broken: 1, first: contact.id });
});
