import { expect, test } from "vitest";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aTouchpoint, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();

async function standingOf(ctx: Context, contactId: string) {
  return transaction(ctx, (tx) =>
    tx.db.selectFrom("standings").selectAll().where("contactId", "=", contactId).executeTakeFirst(),
  );
}

test("an attended webinar makes a contact warm for 120 days and opens the window of the next days", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);

  await aTouchpoint(ctx, id, { kind: "webinar_attended", occurredAt: "2026-11-23T09:00:00Z" });

  expect(await standingOf(ctx, id)).toMatchObject({
    warmUntil: new Date("2027-03-23T09:00:00Z"),
    windowOpensAt: new Date("2026-11-24T09:00:00Z"),
    lastTouchAt: new Date("2026-11-23T09:00:00Z"),
    closedBecause: null,
  });
});

test("a contact without a number is closed for that reason", async () => {
  const ctx = await aWorkspace(database);

  const { id } = await aContact(ctx, { phones: [] });

  expect(await standingOf(ctx, id)).toMatchObject({ closedBecause: "no_number" });
});

test("what happened to a merged contact counts for the survivor, and the merged one has no standing", async () => {
  const ctx = await aWorkspace(database);
  const survivor = await aContact(ctx);
  const merged = await aContact(ctx, { mergedIntoId: survivor.id });

  await aTouchpoint(ctx, merged.id, { kind: "email_replied" });

  expect(await standingOf(ctx, survivor.id)).toMatchObject({ lastTouchAt: ctx.now });
  expect(await standingOf(ctx, merged.id)).toBeUndefined();
});

test("two transactions that add to one history at once both count", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);
  const days = ["2026-11-01", "2026-11-05", "2026-11-03", "2026-11-22", "2026-11-10", "2026-11-09"];

  await Promise.all(days.map((day) => aTouchpoint(at(ctx, `${day}T10:00:00Z`), id)));
  const stored = await standingOf(ctx, id);
  await transaction(ctx, (tx) => refreshStandings(tx, [id]));

  expect(stored).toMatchObject({ lastTouchAt: new Date("2026-11-22T10:00:00Z") });
  expect(await standingOf(ctx, id)).toEqual(stored);
});

test("a refusal closes the person on every number, and the number for every person", async () => {
  const ctx = await aWorkspace(database);
  const refuser = await aContact(ctx, { phones: ["+12125550101", "+12125550102"] });
  const sharesOne = await aContact(ctx, { phones: ["+12125550101", "+12125550109"] });
  const sharesAll = await aContact(ctx, { phones: ["+12125550101"] });

  await transaction(ctx, async (tx) => {
    const said = { kind: "stop", saidAt: tx.now, recordedAt: tx.now };
    const { workspaceId } = ctx.actor;
    await tx.db
      .insertInto("suppressions")
      .values({ ...said, workspaceId, contactId: refuser.id, point: "+12125550101" })
      .execute();
    await refreshStandings(tx, [refuser.id, sharesOne.id, sharesAll.id]);
  });

  expect(await standingOf(ctx, refuser.id)).toMatchObject({ closedBecause: "suppressed" });
  expect(await standingOf(ctx, sharesOne.id)).toMatchObject({ closedBecause: null });
  expect(await standingOf(ctx, sharesAll.id)).toMatchObject({ closedBecause: "suppressed" });
});
