import { expect, test } from "vitest";
import { markImport } from "#server/imports/mark-import.ts";
import { verifyWorkspace } from "#server/verification/verify-workspace.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aTouchpoint, aWorkspace } from "#test/factories.ts";
import { anImport, undone } from "#test/imports.ts";

const database = testDatabase();

test("a workspace that was only changed through the product holds", async () => {
  const ctx = await aWorkspace(database);
  const contact = await aContact(ctx);
  await aTouchpoint(ctx, contact.id);

  const { holds, checks } = await verifyWorkspace(ctx);

  expect(holds).toBe(true);
  expect(checks.find(({ name }) => name === "standings")).toMatchObject({ checked: 1, broken: 0 });
});

test("imports, a merge that one of them makes, confirming them and taking them back all enter the ledger", async () => {
  const ctx = await aWorkspace(database);
  const file = (phone: string) =>
    `Name,Email,Phone,Opted out\nAnn Lee,ann@example.com,${phone},yes\nBob Ray,,${phone},\n`;
  const seminar = { touchpoint: "seminar_attended", occurredAt: "2026-11-20" };
  await anImport(ctx, "first.csv", file("+1 212 555 0123"), seminar);
  const id = await anImport(ctx, "second.csv", file("+1 212 555 0177"), { ...seminar, touchpoint: "card_exchanged" });
  await markImport(ctx, { importId: id, mark: "confirmed" });
  await undone(ctx, id);

  const { holds, checks } = await verifyWorkspace(ctx);

  expect(checks.find(({ name }) => name === "ledger")).toMatchObject({ broken: 0, problems: [] });
  expect(checks[0]?.checked).toBeGreaterThan(8);
  expect(holds).toBe(true);
});

test("an entry of the record that somebody changed is named, and what is wrong with it", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aTouchpoint(ctx, (await aContact(ctx)).id);
  await database.ownerPool.query("update touchpoints set recorded_by = null where id = $1", [id]);

  const { holds, checks } = await verifyWorkspace(ctx);

  expect(holds).toBe(false);
  expect(checks[0]).toMatchObject({
    name: "ledger",
    broken: 1,
    first: `touchpoint ${id}, entry 1 of block 1, is not what was recorded there`,
  });
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
