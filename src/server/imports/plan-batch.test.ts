import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { rejectedLines } from "#server/imports/rejected-file.ts";
import type { Context } from "#server/platform/context.ts";
import { transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, at, aWorkspace } from "#test/factories.ts";
import { anImport, countsOfImport, peopleOf, undone, whatCounts } from "#test/imports.ts";

const database = testDatabase();

test("people of one household share a number and stay apart", async () => {
  const ctx = await aWorkspace(database);
  await anImport(ctx, "ann.csv", "Name,Phone\nAnn Lee,+1 212 555 0123\n");

  const id = await anImport(ctx, "bob.csv", "Name,Phone\nBob Lee,(212) 555-0123\nLee; Ann,212-555-0123\n", {
    country: "US",
  });

  expect(await countsOfImport(ctx, id)).toMatchObject({ created: 1, skipped: 1 });
  expect((await peopleOf(ctx)).map(({ name }) => name)).toEqual(["Ann Lee", "Bob Lee"]);
});

test("a call with a shared number and no name is refused with that reason", async () => {
  const ctx = await aWorkspace(database);
  await aContact(ctx, { name: "Ann Lee", phones: ["+12125550123"] });
  await aContact(ctx, { name: "Bob Lee", phones: ["+12125550123"] });

  const id = await anImport(ctx, "calls.csv", "Phone,Notes\n+1 212 555 0123,rang\n");

  expect(await rowsOf(ctx, id)).toMatchObject([{ outcome: "rejected", reason: { code: "phone_of_several_people" } }]);
});

test("a number that cannot be is left out with a warning, one that a spreadsheet ruined rejects its row", async () => {
  const ctx = await aWorkspace(database);

  const id = await anImport(
    ctx,
    "phones.csv",
    "Name,Phone,Email\nAnn,+1 555,ann@example.com\nBob,6.28123E+12,bob@example.com\nCid,+1 212 555 0123,\n",
  );

  expect(await rowsOf(ctx, id)).toMatchObject([
    { outcome: "created", warnings: [{ code: "phone_impossible", value: "+1 555" }] },
    { outcome: "rejected", reason: { code: "phone_ruined_by_spreadsheet" } },
    { outcome: "created", warnings: null },
  ]);
  const lines = await Array.fromAsync(rejectedLines(ctx, id));
  expect(lines.join("")).toBe(
    "\uFEFFName,Phone,Email,Line,Reason\r\nBob,6.28123E+12,bob@example.com,2," +
      '"A spreadsheet has rounded the telephone number; its digits are lost. ' +
      'Export it again with the column as text. (Phone = ""6.28123E+12"")"\r\n',
  );
});

test("a row that cannot be used still says no: for the contact it means, or for its addresses", async () => {
  const ctx = await aWorkspace(database);
  const { id: known } = await aContact(ctx, { name: "Ann Lee", emails: ["ann@example.com"] });
  const file = `Name,Email,Phone,Do not call
Ann Lee,ann@example.com,6.28123E+12,yes
Bob Ray,bob@example.com,6.28123E+12,yes
`;

  const id = await anImport(ctx, "no.csv", file);
  const again = await anImport(ctx, "no.csv", file);

  expect(await countsOfImport(ctx, id)).toMatchObject({ rejected: 2, suppressions: 2 });
  expect(await countsOfImport(ctx, again)).toMatchObject({ rejected: 2, suppressions: 0 });
  expect((await whatCounts(ctx)).suppressions).toMatchObject([
    { contactId: known, point: null, kind: "do_not_call" },
    { contactId: null, point: "bob@example.com", kind: "do_not_call" },
  ]);
  await undone(at(ctx, "2026-11-23T11:00:00Z"), id);
  expect((await whatCounts(ctx)).suppressions).toEqual([]);
});

test("name and company alone are for a person to decide: apart unless the import says otherwise", async () => {
  const ctx = await aWorkspace(database);
  await anImport(ctx, "one.csv", "Name,Company,Email\nAnn Lee,Acme Inc.,ann@acme.example\n");
  const file = "Name,Company,LinkedIn\nann lee,ACME,linkedin.com/in/annlee\n";

  const apart = await anImport(ctx, "two.csv", file);
  expect(await rowsOf(ctx, apart)).toMatchObject([
    { outcome: "created", warnings: [{ code: "same_name_and_company" }] },
  ]);

  const other = await aWorkspace(database);
  await anImport(other, "one.csv", "Name,Company,Email\nAnn Lee,Acme Inc.,ann@acme.example\n");
  const same = await anImport(other, "two.csv", file, { sameNameAndCompany: "same" });
  expect(await countsOfImport(other, same)).toMatchObject({ created: 0, updated: 1 });
});

test("what belongs to a colleague keeps its values, but a no holds at once", async () => {
  const ctx = await aWorkspace(database);
  const [mine, theirs] = [await aMember(ctx), await aMember(ctx)];
  await aContact(ctx, { name: "Ann Lee", emails: ["ann@example.com"], ownerId: theirs.userId });
  const rep = as(ctx, mine);

  const title = await anImport(rep, "titles.csv", "Name,Email,Job title\nAnn Lee,ann@example.com,Director\n");
  const no = await anImport(rep, "no.csv", "Name,Email,Do not call\nAnn Lee,ann@example.com,yes\n");

  expect(await rowsOf(rep, title)).toMatchObject([{ outcome: "skipped", reason: { code: "belongs_to_colleague" } }]);
  expect(await countsOfImport(rep, no)).toMatchObject({ updated: 1, suppressions: 1 });
});

test.each(["utf8", "utf16le", "gb18030", "big5"])("Chinese names survive %s", async (encoding) => {
  const ctx = await aWorkspace(database);
  const text =
    "姓名,公司,電話,郵箱\n陳思遠,遠東貿易,+86 138 0013 8000,siyuan@example.com\n王小明,大成實業,+86 138 0013 8001,xm@example.com\n";

  await anImport(ctx, "contacts.csv", iconv.encode(text, encoding, { addBOM: encoding === "utf16le" }));

  expect(await peopleOf(ctx)).toEqual([
    { name: "王小明", company: "大成實業", points: ["+8613800138001", "xm@example.com"] },
    { name: "陳思遠", company: "遠東貿易", points: ["+8613800138000", "siyuan@example.com"] },
  ]);
});

test("two imports of the same people at once make nobody twice", async () => {
  const ctx = await aWorkspace(database);
  const people = Array.from(
    { length: 300 },
    (_value, index) => `Person ${index},p${index}@example.com,Company ${index % 7}`,
  );
  const file = (rows: string[]) => `Name,Email,Company\n${rows.join("\n")}\n`;

  const ids = await Promise.all([
    anImport(ctx, "one.csv", file(people)),
    anImport(ctx, "two.csv", file(people.toReversed())),
    anImport(ctx, "three.csv", file(people.slice(100))),
  ]);

  const counts = await Promise.all(ids.map((id) => countsOfImport(ctx, id)));
  expect(counts.reduce((sum, { created }) => sum + created, 0)).toBe(300);
  expect(await peopleOf(ctx)).toHaveLength(300);
});

test("somebody who comes again in a later batch is the same, and what the first row says stays", async () => {
  const ctx = await aWorkspace(database);
  const people = 2400;
  const lines = (from: string, phone: boolean) =>
    Array.from({ length: people }, (_value, index) =>
      [`Person ${index}`, `p${index}@example.com`, phone ? `+1212555${String(index).padStart(4, "0")}` : "", from].join(
        ",",
      ),
    );
  const file = ["Name,Email,Phone,Job title", ...lines("Buyer", false), ...lines("Director", true), ""].join("\n");

  const id = await anImport(ctx, "twice.csv", file, { touchpoint: "card_exchanged", occurredAt: "2026-11-20" });

  expect(await countsOfImport(ctx, id)).toMatchObject({ rows: 4800, created: 2400, updated: 2400, touchpoints: 2400 });
  const found = await transaction(ctx, ({ db }) =>
    db
      .selectFrom("contacts")
      .innerJoin("contactPoints", "contactPoints.contactId", "contacts.id")
      .select(["jobTitle", "contactPoints.kind"])
      .select(({ fn }) => fn.countAll().as("count"))
      .groupBy(["jobTitle", "contactPoints.kind"])
      .orderBy("contactPoints.kind")
      .execute(),
  );
  expect(found).toEqual([
    { jobTitle: "Buyer", kind: "email", count: "2400" },
    { jobTitle: "Buyer", kind: "phone", count: "2400" },
  ]);
  const again = await anImport(at(ctx, "2026-11-23T10:00:00Z"), "twice.csv", file);
  expect(await countsOfImport(ctx, again)).toMatchObject({ created: 0, updated: 0, skipped: 4800 });
});

test("a column that is nothing else becomes a custom field, so that what it says can be seen", async () => {
  const ctx = await aWorkspace(database);
  await transaction(ctx, ({ db, actor, now }) =>
    db
      .insertInto("customFields")
      .values({ workspaceId: actor.workspaceId, key: "seats", label: "Seats", type: "number", createdAt: now })
      .execute(),
  );
  const file =
    'Name,Email,Lead Status,seats,客户等级\nAnn,ann@example.com,OPEN,"1,200",甲\nBob,bob@example.com,NEW,many,\n';

  const id = await anImport(ctx, "custom.csv", file);
  await anImport(ctx, "again.csv", file);

  const { contacts, fields } = await transaction(ctx, async ({ db }) => ({
    contacts: await db.selectFrom("contacts").select("custom").orderBy("fullName").execute(),
    fields: await db.selectFrom("customFields").select(["key", "label", "type"]).orderBy("key").execute(),
  }));
  expect(fields).toEqual([
    { key: "field_1", label: "客户等级", type: "text" },
    { key: "lead_status", label: "Lead Status", type: "text" },
    { key: "seats", label: "Seats", type: "number" },
  ]);
  expect(contacts).toEqual([
    { custom: { lead_status: "OPEN", seats: 1200, field_1: "甲" } },
    { custom: { lead_status: "NEW" } },
  ]);
  expect((await rowsOf(ctx, id))[1]?.warnings).toMatchObject([{ code: "custom_value_unfit", column: "seats" }]);
});

async function rowsOf(ctx: Context, importId: string) {
  const rows = await transaction(ctx, ({ db }) =>
    db
      .selectFrom("importRows")
      .select(["outcome", "reason", "warnings"])
      .where("importId", "=", importId)
      .orderBy("line")
      .execute(),
  );
  return rows.map(({ reason, ...row }) => ({ ...row, reason: reason && JSON.parse(reason) }));
}
