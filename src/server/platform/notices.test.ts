import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Notice } from "#api/notices.ts";
import { addTask } from "#server/call-queue/add-task.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { transaction } from "#server/platform/context.ts";
import { listenForNotices, type Notices } from "#server/platform/notices.ts";
import { createApiKey } from "#server/team/create-api-key.ts";
import { teamRoutes } from "#server/team/routes.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aWorkspace } from "#test/factories.ts";
import { theApp } from "#test/sign-in.ts";

const database = testDatabase();
const noon = new Date("2026-11-23T17:00:00Z");
let notices: Notices;

beforeAll(async () => {
  notices = await listenForNotices(database.ownerPool, pino({ level: "silent" }));
});
afterAll(() => notices.close());

const stop = { kind: "do_not_call" as const, words: "" };

function heard(workspaceId: string) {
  const all: Notice[] = [];
  let wake = () => {};
  const first = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const tell = (notice: Notice) => {
    all.push(notice);
    wake();
  };
  const unwatch = notices.watch({ workspaceId, tell, end: () => undefined });
  return { all, first, unwatch };
}

test("an opt-out is heard by every open screen of the workspace, by no other, and within a second", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const other = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx, { phones: ["+12125580001"] });
  const sharer = await aContact(ctx, { phones: ["+12125580001"] });
  await addTask(ctx, { contactId: id, kind: "callback", title: "", local: "2026-11-24T10:00", timeZone: "Etc/UTC" });
  const [mine, theirs] = [heard(ctx.actor.workspaceId), heard(other.actor.workspaceId)];

  const startedMs = performance.now();
  await recordSuppression(ctx, { ...stop, contactId: id });
  await mine.first;

  expect(performance.now() - startedMs).toBeLessThan(1000);
  expect(mine.all).toHaveLength(1);
  expect(mine.all[0]?.contactIds?.toSorted()).toEqual([id, sharer.id].toSorted());
  expect(theirs.all).toEqual([]);
});

test("what is undone is not heard", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  const mine = heard(ctx.actor.workspaceId);

  const undone = transaction(ctx, async (tx) => {
    await recordSuppression(tx, { ...stop, contactId: id });
    throw new Error("undone");
  });

  await expect(undone).rejects.toThrow("undone");
  await recordSuppression(ctx, { ...stop, point: "+12125580009" });
  await recordSuppression(ctx, { ...stop, contactId: id });
  await mine.first;
  expect(mine.all).toHaveLength(1);
});

test("over HTTP they are server-sent events, which end with the program", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  const { key } = await createApiKey(ctx, { name: "tests", userId: ctx.actor.userId ?? "" });
  const own = await listenForNotices(database.ownerPool, pino({ level: "silent" }));
  const app = theApp(database, { routes: teamRoutes, now: noon, notices: own });

  const answer = await app.request("/api/v1/notices", { headers: { authorization: `Bearer ${key}` } });
  await recordSuppression(ctx, { ...stop, contactId: id });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("data:")) text += (await reader?.read())?.value ?? "";
  await own.close();

  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  expect(text).toContain(`data: {"topic":"people_changed","contactIds":["${id}"]}\n\n`);
  expect((await reader?.read())?.done).toBe(true);
});
