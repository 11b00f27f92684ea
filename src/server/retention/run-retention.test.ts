import { expect, test } from "vitest";
import { TakeRequest } from "#api/person-requests.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { createContact } from "#server/contacts/create-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { changeRetention, getRetention } from "#server/retention/get-retention.ts";
import { previewRetention, runRetention } from "#server/retention/run-retention.ts";
import { placeHold } from "#server/rights/holds.ts";
import { takeRequest } from "#server/rights/take-request.ts";
import { verifyWorkspace } from "#server/verification/verify-workspace.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aTouchpoint, at, aWorkspace } from "#test/factories.ts";
import { anImport } from "#test/imports.ts";

const database = testDatabase();
const longAgo = "2022-01-10T09:30:00Z";

async function names(ctx: Context): Promise<string[]> {
  return transaction(ctx, async ({ db }) => {
    const rows = await db.selectFrom("contacts").select("fullName").orderBy("fullName").execute();
    return rows.map(({ fullName }) => fullName);
  });
}

const rowsOf = (result: Awaited<ReturnType<typeof previewRetention>>, dataClass: string) =>
  result.classes.find((each) => each.dataClass === dataClass);

/** Four who were last touched long ago, and one of whom we heard lately. */
async function aCrowd(): Promise<Context> {
  const ctx = await aWorkspace(database);
  const then = at(ctx, longAgo);
  await aContact(then, { name: "Ada Forgotten", phones: [], emails: [`ada@${ctx.actor.workspaceId}.example`] });
  const refused = await aContact(then, {
    name: "Bea Refused",
    phones: [],
    emails: [`bea@${ctx.actor.workspaceId}.example`],
  });
  await recordSuppression(then, { contactId: refused.id, kind: "stop", words: "" });
  const disputed = await aContact(then, { name: "Cleo Disputed", phones: [] });
  await placeHold(then, { contactId: disputed.id, reason: "Claim 12" });
  const asking = await aContact(then, { name: "Dora Asking", phones: [] });
  const officer = as(ctx, await aMember(ctx, { role: "compliance_officer" }));
  await takeRequest(officer, TakeRequest.parse({ kind: "access", contactId: asking.id }));
  const recent = await aContact(then, { name: "Eva Recent", phones: [] });
  await aTouchpoint(ctx, recent.id, { kind: "meeting_held", occurredAt: "2026-01-10T09:30:00Z" });
  return ctx;
}

test("a dry run says what would go, and takes nothing", async () => {
  const ctx = await aCrowd();

  const preview = await previewRetention(ctx);

  expect(rowsOf(preview, "untouched_contacts")).toMatchObject({
    rows: 2,
    held: 2,
    before: new Date("2023-11-23T00:00:00Z"),
  });
  expect(await names(ctx)).toHaveLength(5);
});

test("a run erases whom nothing needs any more, and the record still holds", async () => {
  const ctx = await aCrowd();

  const result = await runRetention(ctx);

  expect(rowsOf(result, "untouched_contacts")).toMatchObject({ rows: 2, held: 2 });
  expect(await names(ctx)).toEqual(["Cleo Disputed", "Dora Asking", "Eva Recent"]);
  expect((await verifyWorkspace(ctx)).checks.filter(({ broken }) => broken > 0)).toEqual([]);
  expect((await getRetention(ctx)).lastRun?.erased).toMatchObject({ untouched_contacts: 2 });
  expect(rowsOf(await runRetention(ctx), "untouched_contacts")).toMatchObject({ rows: 0, held: 2 });
});

test("who once said no is known again, and who did not may come again", async () => {
  const ctx = await aCrowd();
  await runRetention(ctx);
  const add = (name: string) =>
    createContact(ctx, {
      ...{ fullName: name, tags: [], custom: {}, allowAlike: true },
      points: [{ kind: "email", value: `${name}@${ctx.actor.workspaceId}.example` }],
    } as never);

  await expect(add("bea")).rejects.toMatchObject({ code: "erased_person" });
  await expect(add("ada")).resolves.toMatchObject({ fullName: "ada" });
});

test("old touchpoints go with their marks, and the standing is what is left of the history", async () => {
  const ctx = await aWorkspace(database);
  const contact = await aContact(ctx);
  await aTouchpoint(at(ctx, "2020-01-10T09:30:00Z"), contact.id, { occurredAt: "2020-01-10T09:00:00Z" });
  await aTouchpoint(ctx, contact.id, { occurredAt: "2026-11-20T09:00:00Z" });

  const result = await runRetention(ctx);

  expect(rowsOf(result, "touchpoints")).toMatchObject({ rows: 1 });
  expect((await verifyWorkspace(ctx)).holds).toBe(true);
});

test("the file of an old import goes, and what was refused of it", async () => {
  const ctx = await aWorkspace(database);
  await anImport(at(ctx, longAgo), "people.csv", "Name,Email\nAnn Lee,ann@example.com\n,\n", {});

  const result = await runRetention(ctx);

  expect(rowsOf(result, "import_files")).toMatchObject({ rows: 1 });
  const { rows } = await database.ownerPool.query(
    "select (select count(*) from import_chunks where workspace_id = $1)::int as chunks",
    [ctx.actor.workspaceId],
  );
  expect(rows).toEqual([{ chunks: 0 }]);
});

test("an admin changes how long, but not below the law of the seller's country", async () => {
  const ctx = await aWorkspace(database, { country: "US" });

  await expect(changeRetention(ctx, { dataClass: "call_detail", months: 12 })).rejects.toMatchObject({
    code: "invalid_input",
    details: { min: 60 },
  });
  const { classes } = await changeRetention(ctx, { dataClass: "untouched_contacts", months: null });
  expect(classes.find(({ dataClass }) => dataClass === "untouched_contacts")).toMatchObject({
    ...{ months: null, defaultMonths: 36 },
  });
});

test("by itself the program erases only that for which somebody has chosen how long", async () => {
  const ctx = await aCrowd();

  const result = await runRetention(ctx, { chosenOnly: true });
  expect(result.classes.every(({ rows }) => rows === 0)).toBe(true);
  expect(await names(ctx)).toHaveLength(5);

  await changeRetention(ctx, { dataClass: "untouched_contacts", months: 36 });
  expect(rowsOf(await runRetention(ctx, { chosenOnly: true }), "untouched_contacts")).toMatchObject({ rows: 2 });
});
