import { expect, test } from "vitest";
import { testDatabase } from "#test/database.ts";
import { aWorkspace } from "#test/factories.ts";
import { anImport, countsOfImport, peopleOf } from "#test/imports.ts";

const database = testDatabase();

const list = `First Name,Last Name,Email,Phone,Company
Ann,Lee,ann@example.com,+1 212 555 0123,Acme Inc.
Bob,Lee,bob@example.com,+1 212 555 0123,Acme
ann,lee,ANN@example.com,,
,,,,
Cid,Ray,,+1 212 555 0199,
`;

test("a list becomes contacts, each once", async () => {
  const ctx = await aWorkspace(database);

  const id = await anImport(ctx, "list.csv", list);

  expect(await countsOfImport(ctx, id)).toMatchObject({ rows: 5, created: 3, updated: 0, skipped: 2, rejected: 0 });
  expect(await peopleOf(ctx)).toEqual([
    { name: "Ann Lee", company: "Acme Inc.", points: ["+12125550123", "ann@example.com"] },
    { name: "Bob Lee", company: "Acme Inc.", points: ["+12125550123", "bob@example.com"] },
    { name: "Cid Ray", company: null, points: ["+12125550199"] },
  ]);
});

test("the same file again changes nothing", async () => {
  const ctx = await aWorkspace(database);
  await anImport(ctx, "list.csv", list);
  const before = await peopleOf(ctx);

  const again = await anImport(ctx, "list.csv", list);

  expect(await countsOfImport(ctx, again)).toMatchObject({ rows: 5, created: 0, updated: 0, skipped: 5, rejected: 0 });
  expect(await peopleOf(ctx)).toEqual(before);
});
