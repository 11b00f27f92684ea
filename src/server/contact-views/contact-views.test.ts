import { expect, test } from "vitest";
import { changeView } from "#server/contact-views/change-view.ts";
import { deleteView } from "#server/contact-views/delete-view.ts";
import { listViews } from "#server/contact-views/list-views.ts";
import { saveView } from "#server/contact-views/save-view.ts";
import { testDatabase } from "#test/database.ts";
import { aMember, as, aWorkspace } from "#test/factories.ts";

const database = testDatabase();

test("a view is kept as the address has it, replaced under its name, and shown to others only when shared", async () => {
  const ctx = await aWorkspace(database);
  const colleague = as(ctx, await aMember(ctx));
  await saveView(ctx, { name: "Hot ones", shared: false, query: { temperature: "warm" } });
  const hot = await saveView(ctx, { name: "Hot ones", shared: false, query: { temperature: "hot", tag: "" } });

  expect((await listViews(ctx)).items).toEqual([hot]);
  expect(hot).toMatchObject({ mine: true, query: { temperature: "hot" } });
  expect((await listViews(colleague)).items).toEqual([]);

  await changeView(ctx, { id: hot.id, name: "Call these", shared: true });
  expect((await listViews(colleague)).items).toMatchObject([{ name: "Call these", mine: false, shared: true }]);
});

test("somebody else's view is neither changed nor deleted", async () => {
  const ctx = await aWorkspace(database);
  const colleague = as(ctx, await aMember(ctx));
  const { id } = await saveView(ctx, { name: "Mine", shared: true, query: {} });

  await expect(changeView(colleague, { id, name: "Theirs" })).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteView(colleague, { id })).rejects.toMatchObject({ code: "not_found" });
  await deleteView(ctx, { id });
  expect((await listViews(ctx)).items).toEqual([]);
});

test("two views of one person do not share a name", async () => {
  const ctx = await aWorkspace(database);
  await saveView(ctx, { name: "One", shared: false, query: {} });
  const { id } = await saveView(ctx, { name: "Two", shared: false, query: {} });

  await expect(changeView(ctx, { id, name: "One" })).rejects.toMatchObject({ code: "conflict" });
});
