import { expect, test } from "vitest";
import { testDatabase } from "#test/database.ts";
import { at, aWorkspace } from "#test/factories.ts";
import { anImport, countsOfImport, peopleOf, undone, whatCounts } from "#test/imports.ts";

const database = testDatabase();

const attended = { touchpoint: "seminar_attended", occurredAt: "2026-11-20" };
const apart = `Name,Email,LinkedIn,Phone,Company
Ann Lee,ann@example.com,,,Acme
Ann Lee,,https://www.linkedin.com/in/annlee,+1 212 555 0123,
Zoe Kim,zoe@example.com,,,
`;
const together = `Name,Email,LinkedIn,Phone
Ann Lee,ann@example.com,https://linkedin.com/in/AnnLee/,+1 212 555 0188
Ann Lee,ann@example.com,https://linkedin.com/in/AnnLee/,+1 212 555 0199
Zoe Kim,zoe@example.com,https://linkedin.com/in/AnnLee/,
`;

test("a row that shows two contacts to be one person joins them, and undo takes them apart", async () => {
  const ctx = await aWorkspace(database);
  await anImport(ctx, "apart.csv", apart, attended);
  const before = await whatCounts(ctx);

  const id = await anImport(at(ctx, "2026-11-23T10:00:00Z"), "together.csv", together);

  expect(await countsOfImport(ctx, id)).toMatchObject({ rows: 3, created: 0, updated: 1, merged: 1, skipped: 1 });
  expect((await peopleOf(ctx)).map(({ name, company }) => [name, company])).toEqual([
    ["Ann Lee", "Acme"],
    ["Zoe Kim", null],
  ]);
  const report = await undone(at(ctx, "2026-11-23T11:00:00Z"), id);
  expect(report).toMatchObject({ mergesUndone: 1, keptCount: 0 });
  expect(await whatCounts(ctx)).toEqual(before);
});

test("one row can join contacts of its own file", async () => {
  const ctx = await aWorkspace(database);

  const id = await anImport(ctx, "all.csv", `${apart}Ann Lee,ann@example.com,linkedin.com/in/annlee,,\n`);

  expect(await countsOfImport(ctx, id)).toMatchObject({ rows: 4, created: 3, merged: 1 });
  expect((await peopleOf(ctx)).map(({ name }) => name)).toEqual(["Ann Lee", "Zoe Kim"]);
  await undone(at(ctx, "2026-11-23T11:00:00Z"), id);
  expect(await peopleOf(ctx)).toEqual([]);
});
