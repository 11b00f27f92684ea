import { sql } from "kysely";
import { expect, test } from "vitest";
import { type Context, openContext, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aWorkspace } from "#test/factories.ts";

const database = testDatabase();

const countFields = async (tx: Context) => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from custom_fields`.execute(tx.db);
  return rows[0]?.count;
};
const addField = (tx: Context, key: string) =>
  tx.db
    .insertInto("customFields")
    .values({ workspaceId: tx.actor.workspaceId, key, label: key, type: "text", createdAt: tx.now })
    .execute();

test("questions that are asked at once are answered in their order, each with its own answer", async () => {
  const ctx = await aWorkspace(database);

  const answers = await transaction(ctx, (tx) =>
    Promise.all([countFields(tx), addField(tx, "one"), countFields(tx), addField(tx, "two"), countFields(tx)]),
  );

  expect([answers[0], answers[2], answers[4]]).toEqual([0, 1, 2]);
});

test("of questions asked at once, one that fails undoes them all, and the connection serves the next transaction", async () => {
  const ctx = await aWorkspace(database);

  const failing = transaction(ctx, (tx) =>
    Promise.all([addField(tx, "one"), sql`select 1 / 0`.execute(tx.db), addField(tx, "two")]),
  );

  await expect(failing).rejects.toThrow("division by zero");
  expect(await transaction(ctx, countFields)).toBe(0);
});

test("a failure that the work has swallowed does not pass for a commit", async () => {
  const ctx = await aWorkspace(database);

  const swallowing = transaction(ctx, async (tx) => {
    await addField(tx, "one");
    await sql`select 1 / 0`.execute(tx.db).catch(() => undefined);
  });

  await expect(swallowing).rejects.toThrow("undone");
});

test("what is asked after the end of a transaction is refused, and not answered outside of it", async () => {
  const ctx = await aWorkspace(database);

  const left = await transaction(ctx, async (tx) => ({ tx }));

  await expect(countFields(left.tx)).rejects.toThrow("the transaction is over");
});

test("a transaction that cannot begin says why", async () => {
  const ctx = await aWorkspace(database);
  const actor = { ...ctx.actor, workspaceId: "no workspace\0" };

  await expect(transaction(openContext(ctx, actor, ctx.now), countFields)).rejects.toThrow("invalid message format");
});
