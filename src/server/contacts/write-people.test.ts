import { randomUUIDv7 } from "node:crypto";
import { expect, test } from "vitest";
import { insertPoints } from "#server/contacts/write-people.ts";
import { transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aWorkspace } from "#test/factories.ts";

const database = testDatabase();

test("a number of somebody who is not there is refused, and with it all that were written at once", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);
  const points = [id, randomUUIDv7()].map((contactId, index) => ({
    workspaceId: ctx.actor.workspaceId,
    contactId,
    kind: "phone",
    value: `+1202555010${index}`,
    original: `(202) 555-010${index}`,
    extension: null,
    label: null,
    line: null,
    country: "US",
    position: 0,
    importId: null,
    createdAt: ctx.now,
  }));

  const writing = transaction(ctx, (tx) => insertPoints(tx.db, points));

  await expect(writing).rejects.toMatchObject({ code: "23503" });
});

test("no contact is ever deleted, so that what names it need not look again", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);

  const deleting = transaction(ctx, (tx) => tx.db.deleteFrom("contacts").where("id", "=", id).execute());

  await expect(deleting).rejects.toMatchObject({ code: "42501" });
});
