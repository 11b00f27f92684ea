import { expect, test } from "vitest";
import { beginUndo } from "#server/imports/begin-undo.ts";
import { transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { at, aWorkspace } from "#test/factories.ts";
import { anImport, countsOfImport, peopleOf, undone, whatCounts } from "#test/imports.ts";

const database = testDatabase();

const first = `Name,Email,Phone,Company,Job title,Tags,Floor
Ann Lee,ann@example.com,+1 212 555 0123,Acme,Buyer,vip,2
Bob Ray,bob@example.com,,,,,
`;
const second = `Name,Email,Phone,Company,Job title,Tags,Floor
Ann Lee,ann@example.com,+1 212 555 0177,Globex,Director,vip;press,3
Bob Ray,bob@example.com,+1 212 555 0188,Initech,Clerk,,
Cid Fox,cid@example.com,+1 212 555 0199,Acme,,,
`;
const attended = { touchpoint: "seminar_attended", occurredAt: "2026-11-20" };

test("undo leaves everything that counts as it was", async () => {
  const ctx = await aWorkspace(database);
  await anImport(ctx, "first.csv", first, attended);
  const before = await whatCounts(ctx);

  const id = await anImport(at(ctx, "2026-11-23T10:00:00Z"), "second.csv", second, {
    ...attended,
    touchpoint: "card_exchanged",
  });
  expect(await countsOfImport(ctx, id)).toMatchObject({ rows: 3, created: 1, updated: 2, touchpoints: 3 });
  const report = await undone(at(ctx, "2026-11-23T11:00:00Z"), id);

  expect(await whatCounts(ctx)).toEqual(before);
  expect(report).toMatchObject({ contactsWithdrawn: 1, touchpointsRetracted: 3, keptCount: 0, kept: [] });
  expect(report.valuesRestored).toBeGreaterThan(4);
});

test("after undo the same file imports again as if for the first time", async () => {
  const ctx = await aWorkspace(database);
  await anImport(ctx, "first.csv", first, attended);
  const id = await anImport(at(ctx, "2026-11-23T10:00:00Z"), "second.csv", second);
  const after = await peopleOf(ctx);
  await undone(at(ctx, "2026-11-23T11:00:00Z"), id);

  const again = await anImport(at(ctx, "2026-11-23T12:00:00Z"), "second.csv", second);

  expect(await countsOfImport(ctx, again)).toMatchObject({ created: 1, updated: 2, skipped: 0 });
  expect(await peopleOf(ctx)).toEqual(after);
});

test("what a person has changed since stays, and is named", async () => {
  const ctx = await aWorkspace(database);
  await anImport(ctx, "first.csv", first);
  const id = await anImport(at(ctx, "2026-11-23T10:00:00Z"), "second.csv", second);
  await edit(at(ctx, "2026-11-23T10:30:00Z"), "Ann Lee", { jobTitle: "Head of buying" });
  await edit(at(ctx, "2026-11-23T10:30:00Z"), "Cid Fox", { notes: "Met him at the fair" });

  const report = await undone(at(ctx, "2026-11-23T11:00:00Z"), id);

  expect(report.kept.map(({ name, field, why }) => ({ name, field, why }))).toEqual([
    { name: "Ann Lee", field: "jobTitle", why: "edited" },
    { name: "Cid Fox", field: "contact", why: "edited" },
  ]);
  expect(report.keptCount).toBe(2);
  expect((await peopleOf(ctx)).map(({ name, company }) => [name, company])).toEqual([
    ["Ann Lee", "Acme"],
    ["Bob Ray", null],
    ["Cid Fox", "Acme"],
  ]);
});

test("two imports undone one after the other leave nothing behind", async () => {
  const ctx = await aWorkspace(database);
  const before = await whatCounts(ctx);
  const one = await anImport(ctx, "first.csv", first, attended);
  const two = await anImport(at(ctx, "2026-11-23T10:00:00Z"), "second.csv", second, attended);

  await undone(at(ctx, "2026-11-23T11:00:00Z"), two);
  await undone(at(ctx, "2026-11-23T12:00:00Z"), one);

  expect(await whatCounts(ctx)).toEqual(before);
});

test("what a person typed is not overwritten by an import, and the row says so", async () => {
  const ctx = await aWorkspace(database);
  await anImport(ctx, "first.csv", first);
  await edit(at(ctx, "2026-11-23T10:00:00Z"), "Ann Lee", { jobTitle: "Head of buying" });

  const id = await anImport(at(ctx, "2026-11-23T11:00:00Z"), "second.csv", second);

  const { rows, title } = await transaction(ctx, async ({ db }) => ({
    rows: await db
      .selectFrom("importRows")
      .select(["line", "warnings"])
      .where("importId", "=", id)
      .where("line", "=", 1)
      .execute(),
    title: await db.selectFrom("contacts").select("jobTitle").where("fullName", "=", "Ann Lee").executeTakeFirst(),
  }));
  expect(title).toEqual({ jobTitle: "Head of buying" });
  expect(rows[0]?.warnings).toContainEqual({ code: "kept_own_value", column: "jobTitle", value: "Director" });
});

async function edit(
  ctx: Awaited<ReturnType<typeof aWorkspace>>,
  name: string,
  values: { jobTitle?: string; notes?: string },
) {
  await transaction(ctx, (tx) =>
    tx.db
      .updateTable("contacts")
      .set({ ...values, updatedAt: tx.now })
      .where("fullName", "=", name)
      .execute(),
  );
}

test("what was taken back already can be asked for again, and changes nothing", async () => {
  const ctx = await aWorkspace(database);
  const id = await anImport(ctx, "first.csv", first, attended);
  await undone(ctx, id);
  const before = await whatCounts(ctx);

  const { state } = await transaction(ctx, (tx) => beginUndo(tx, { id }));

  expect(state).toBe("undone");
  expect(await whatCounts(ctx)).toEqual(before);
});
