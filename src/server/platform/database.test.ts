import { expect, test } from "vitest";
import { testDatabase } from "#test/database.ts";

const database = testDatabase();

test("the program works as a role that owns nothing and that row-level security holds for", async () => {
  const { rows } = await database.appPool.query(
    `select current_user as role, rolsuper or rolbypassrls as bypasses,
      (select count(*)::int from pg_class where relowner = r.oid) as owned
    from pg_roles r where rolname = current_user`,
  );

  expect(rows).toEqual([{ role: "warmline_app", bypasses: false, owned: 0 }]);
});

test("the program cannot change the schema", async () => {
  await expect(database.appPool.query("create table mine ()")).rejects.toMatchObject({ code: "42501" });
});

test("Chinese and accented letters are letters to the trigram index", async () => {
  const { rows } = await database.appPool.query("select show_trgm('陈思远') as chinese, show_trgm('Éà') as accented");

  expect(rows[0]?.chinese).toHaveLength(4);
  expect(rows[0]?.accented).toHaveLength(3);
});

test("a day stays a day, whatever the time zone of the machine", async () => {
  const { rows } = await database.appPool.query("select date '2026-11-24' as day");

  expect(rows[0]?.day).toBe("2026-11-24");
});

test.each([
  { text: "2026-11-24 15:31:38.406+00", instant: new Date("2026-11-24T15:31:38.406Z") },
  { text: "2026-11-24 15:31:38.406789+00", instant: new Date("2026-11-24T15:31:38.406Z") },
  { text: "0987-03-01 00:00:00+00", instant: new Date("0987-03-01T00:00:00Z") },
  { text: "10000-01-01 00:00:00+00", instant: new Date("+010000-01-01T00:00:00Z") },
  { text: "infinity", instant: Number.POSITIVE_INFINITY },
])("$text is read as that instant, whatever the zone of the connection", async ({ text, instant }) => {
  const client = await database.appPool.connect();
  for (const zone of ["UTC", "Asia/Kolkata"]) {
    await client.query(`set time zone '${zone}'`);
    const { rows } = await client.query("select $1::timestamptz as instant", [text]);
    expect(rows[0]?.instant).toEqual(instant);
  }
  await client.query("reset time zone");
  client.release();
});
