import { expect, test } from "vitest";
import type { ListPermissions } from "#api/compliance.ts";
import { listConsents } from "#server/compliance/list-consents.ts";
import { listSuppressions } from "#server/compliance/list-suppressions.ts";
import { recordConsent } from "#server/compliance/record-consent.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { withdrawConsent } from "#server/compliance/withdraw-consent.ts";
import type { Context } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const noon = new Date("2026-11-23T17:00:00Z");
const whole: ListPermissions = { limit: 50, standing: false };

test("a page of consents holds those of everybody, the latest first, and the rest follows by the cursor", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const names = ["Ann Lee", "Bo Chen", "Cy Diaz"];
  for (const name of names) await agree(ctx, (await aContact(ctx, { name })).id);

  const first = await listConsents(ctx, { ...whole, limit: 2 });
  const second = await listConsents(ctx, { ...whole, limit: 2, cursor: first.nextCursor ?? "" });

  expect(first.items.map(({ contactName }) => contactName)).toEqual(["Cy Diaz", "Bo Chen"]);
  expect(second).toMatchObject({ items: [{ contactName: "Ann Lee" }], nextCursor: null });
});

test("what was withdrawn stays on record and stands no more", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await agree(ctx, (await aContact(ctx)).id);
  await withdrawConsent(ctx, { id, words: "" });

  expect((await listConsents(ctx, whole)).items).toMatchObject([{ id, withdrawnAt: noon }]);
  expect((await listConsents(ctx, { ...whole, standing: true })).items).toEqual([]);
});

test("a no of a number that is nobody's stands among all, masked", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  await recordSuppression(ctx, { point: "+12125550123", kind: "do_not_call", words: "" });

  const { items } = await listSuppressions(ctx, { ...whole, standing: true });

  expect(items).toMatchObject([{ contactName: null, point: "+12•••••••23", kind: "do_not_call" }]);
});

function agree(ctx: Context, contactId: string) {
  return recordConsent(ctx, { contactId, channels: ["call"], purpose: "marketing", form: "oral", words: "yes" });
}

test("a rep sees what her own people and nobody's said, and no numbers that are nobody's", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const rep = as(ctx, await aMember(ctx, { role: "rep" }));
  const mine = await aContact(ctx, { name: "Ann Lee", ownerId: rep.actor.userId });
  const other = await aContact(ctx, { name: "Bo Chen", ownerId: ctx.actor.userId });
  for (const { id } of [mine, other]) await recordSuppression(ctx, { contactId: id, kind: "stop", words: "" });
  await recordSuppression(ctx, { point: "+12125550123", kind: "stop", words: "" });

  const { items } = await listSuppressions(rep, whole);

  expect(new Set(items.map(({ contactName }) => contactName))).toEqual(new Set(["Ann Lee"]));
});
