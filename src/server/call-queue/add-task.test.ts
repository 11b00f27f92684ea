import { expect, test } from "vitest";
import { addTask } from "#server/call-queue/add-task.ts";
import { listTasks } from "#server/call-queue/list-tasks.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const tomorrow = { kind: "callback", title: "", local: "2026-11-24T10:00", timeZone: "Europe/London" } as const;

test("what is planned with a contact stands in one's list", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);

  await addTask(ctx, { contactId: id, ...tomorrow });

  const { items } = await listTasks(ctx, { state: "open", limit: 50 });
  expect(items).toMatchObject([{ kind: "callback", dueAt: new Date("2026-11-24T10:00:00Z") }]);
});

test("nothing is planned with a person who has said no", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx);
  await recordSuppression(at(ctx, "2026-11-20T12:00:00Z"), { kind: "stop", words: "", contactId: id });

  await expect(addTask(ctx, { contactId: id, ...tomorrow })).rejects.toMatchObject({ code: "call_not_allowed" });
});
