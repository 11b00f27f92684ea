import { expect, test } from "vitest";
import { PLACES, TABLES_OF_NOBODY } from "#server/rights/places.ts";
import { testDatabase } from "#test/database.ts";

/* The list is held against the database: whoever adds a table or a column says what of a person stands in it. */

const database = testDatabase();

async function columns(): Promise<Map<string, string[]>> {
  const { rows } = await database.ownerPool.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' order by table_name, ordinal_position`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, all]) => [table, all.map(({ column }) => column)]),
  );
}

test("every table either holds something of a person, or it is said why not", async () => {
  const known = [...PLACES.map(({ table }) => table), ...Object.keys(TABLES_OF_NOBODY)];

  expect([...(await columns()).keys()].filter((table) => !known.includes(table))).toEqual([]);
  expect(known.toSorted()).toEqual([...new Set(known)].toSorted());
});

test("every column of a place is listed, and every listed one is there", async () => {
  const stored = await columns();

  for (const { table, tells, plain } of PLACES)
    expect({ table, columns: [...tells, ...plain].toSorted() }).toEqual({
      table,
      columns: (stored.get(table) ?? []).toSorted(),
    });
});

test("a table that names a contact is a place", async () => {
  const named = [...(await columns())].filter(([, names]) => names.some((name) => /(^|_)contact_id$/.test(name)));

  expect(named.map(([table]) => table).filter((table) => !PLACES.some((place) => place.table === table))).toEqual([]);
});
