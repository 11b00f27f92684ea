import { expect, test } from "vitest";
import { insertConsents } from "#server/compliance/queries.ts";
import { checkLedger } from "#server/ledger/check-ledger.ts";
import { eraseFromLedger } from "#server/ledger/erase-from-ledger.ts";
import { RECORDED } from "#server/ledger/recorded-kinds.ts";
import { type Context, snapshot, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aTouchpoint, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const checked = (ctx: Context) => snapshot(ctx, (tx) => checkLedger(tx));

test("what one transaction recorded is one block, and the head is signed", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);
  await aTouchpoint(ctx, id);
  await transaction(ctx, (tx) =>
    insertConsents(tx, [
      { contactId: id, channels: ["call"], form: "oral", givenAt: tx.now },
      { contactId: id, channels: ["email"], form: "written", givenAt: tx.now },
    ]),
  );

  expect(await checked(ctx)).toMatchObject({ checked: 3, broken: 0, first: [], head: { block: "2" } });
});

test("twelve who record at the same time add their blocks one after the other", async () => {
  const ctx = await aWorkspace(database);
  const contacts = await Promise.all(Array.from({ length: 12 }, () => aContact(ctx)));

  await Promise.all(contacts.flatMap(({ id }) => [aTouchpoint(ctx, id), aTouchpoint(ctx, id), aTouchpoint(ctx, id)]));

  expect(await checked(ctx)).toMatchObject({ checked: 36, broken: 0, head: { block: "36" } });
});

test("a checkpoint that was kept elsewhere shows that the ledger was put back and went another way", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);
  await aTouchpoint(ctx, id);
  const { head } = await checked(ctx);
  if (!head) throw new Error("there is no head");
  await aTouchpoint(ctx, id);

  const since = (hash: string, block: string) => snapshot(ctx, (tx) => checkLedger(tx, { block, hash }));

  expect(await since(head.hash, "1")).toMatchObject({ broken: 0 });
  expect((await since("0".repeat(64), "1")).first).toMatchObject([{ id: "1", problem: "checkpoint_left" }]);
  expect((await since(head.hash, "3")).first).toMatchObject([{ id: "3", problem: "checkpoint_left" }]);
});

test("what was taken back with its transaction has no entry", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);
  const failing = transaction(ctx, async (tx) => {
    await aTouchpoint(tx, id);
    throw new Error("taken back");
  });

  await expect(failing).rejects.toThrow("taken back");

  expect(await checked(ctx)).toMatchObject({ checked: 0, broken: 0, head: { block: "0" } });
});

test("a person is erased from the record, the chain holds, and only an erasure lets rows go", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);
  const [gone, kept] = [await aTouchpoint(ctx, id, { summary: "her secret" }), await aTouchpoint(ctx, id)];

  await transaction(ctx, (tx) => eraseFromLedger(tx, [{ kind: "touchpoint", id: gone.id }], "asked for by her"));

  const { rows } = await database.ownerPool.query(
    "select e.salt, t.id from ledger_entries e left join touchpoints t on t.id = e.subject_id where e.subject_id = any($1) order by e.block",
    [[gone.id, kept.id]],
  );
  expect(rows).toEqual([
    { salt: null, id: null },
    { salt: expect.any(String), id: kept.id },
  ]);
  expect(await checked(ctx)).toMatchObject({ checked: 3, broken: 0 });

  await database.ownerPool.query("update ledger_erasures set subject_ids = $1 where reason = 'asked for by her'", [
    [kept.id],
  ]);
  expect((await checked(ctx)).first).toMatchObject([
    { kind: "touchpoint", id: gone.id, problem: "row_missing" },
    { kind: "touchpoint", id: kept.id, problem: "erased_but_there" },
    { kind: "erasure", problem: "row_changed" },
  ]);
});

test("an erasure reaches into no other workspace", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aTouchpoint(ctx, (await aContact(ctx)).id);

  await transaction(await aWorkspace(database), (tx) => eraseFromLedger(tx, [{ kind: "touchpoint", id }], "not hers"));

  expect(await checked(ctx)).toMatchObject({ checked: 1, broken: 0 });
});

test("another workspace's ledger is not looked at", async () => {
  const ctx = await aWorkspace(database);
  await aTouchpoint(ctx, (await aContact(ctx)).id);

  expect(await checked(await aWorkspace(database))).toMatchObject({ checked: 0, broken: 0 });
});

test("every column of a recorded table is in what is hashed, except that of the workspace, which the chain is for", async () => {
  const { rows } = await database.ownerPool.query<{ table: string; column: string; body: string }>(`
    select c.relname as table, a.attname as column, p.prosrc as body
    from pg_proc p join pg_type t on t.oid = p.proargtypes[0] join pg_class c on c.oid = t.typrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where p.proname = 'record_bytes' and a.attname <> 'workspace_id'`);

  expect(new Set(rows.map(({ table }) => table))).toEqual(new Set(Object.values(RECORDED)));
  expect(rows.filter(({ column, body }) => !new RegExp(`r\\.${column}\\b`).test(body))).toEqual([]);
});

/** These end by a change of their row. */
const ending: readonly string[] = ["conditions", "exceptions"];

test("no table of the record, and nothing of the ledger, can be changed by the program's role", async () => {
  const recorded = Object.values(RECORDED).filter((table) => !ending.includes(table));
  const tables = [...recorded, "ledger_blocks", "ledger_entries"];
  const { rows } = await database.ownerPool.query<{ table: string }>(
    `select t as table from unnest($1::text[]) t
      where has_table_privilege('warmline_app', t, 'update, delete, truncate')
        or has_any_column_privilege('warmline_app', t, 'update')`,
    [tables],
  );

  expect(rows).toEqual([]);
});

test("what ends by a change of its row cannot be deleted by the program's role", async () => {
  const { rows } = await database.ownerPool.query(
    "select from unnest($1::text[]) t where has_table_privilege('warmline_app', t, 'delete, truncate')",
    [ending],
  );

  expect(rows).toEqual([]);
});
