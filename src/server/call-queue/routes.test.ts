import { expect, test } from "vitest";
import { callQueueJobs } from "#server/call-queue/jobs.ts";
import { callQueueRoutes } from "#server/call-queue/routes.ts";
import { complianceRoutes } from "#server/compliance/routes.ts";
import type { Context } from "#server/platform/context.ts";
import { taskList } from "#server/platform/jobs.ts";
import { createApiKey } from "#server/team/create-api-key.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aTouchpoint, aWorkspace } from "#test/factories.ts";
import { theApp } from "#test/sign-in.ts";

const database = testDatabase();
/** A Monday, 12:00 in New York, where the numbers of these tests are. */
const noon = new Date("2026-11-23T17:00:00Z");
const routes = [...callQueueRoutes, ...complianceRoutes];

async function aDoor(ctx: Context, now = noon) {
  const { key } = await createApiKey(ctx, { name: "tests", userId: ctx.actor.userId ?? "" });
  const app = theApp(database, { routes, now });
  return (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

async function aWarmContact(ctx: Context) {
  const contact = await aContact(ctx);
  await aTouchpoint(ctx, contact.id, { kind: "webinar_attended", occurredAt: "2026-11-20T18:00:00Z" });
  return contact;
}

test("the queue is answered as JSON, with the instants as text", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  const ask = await aDoor(ctx);

  const answer = await ask("GET", "/queue?tab=to_call&limit=5");

  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    tab: "to_call",
    at: noon.toISOString(),
    items: [{ contact: { id }, window: { state: "in_window", closesAt: expect.any(String) } }],
    counts: { to_call: { count: 1, more: false } },
  });
});

test.each(["/queue?tab=nobody", "/queue?limit=5000", "/queue?cursor=nonsense"])(
  "%s is refused as invalid",
  async (path) => {
    const ask = await aDoor(await aWorkspace(database, { now: noon }));

    expect((await ask("GET", path)).status).toBe(400);
  },
);

test("a body that is too large is refused before it is read whole", async () => {
  const ask = await aDoor(await aWorkspace(database, { now: noon }));

  const refused = await ask("POST", "/attempts/log", { note: "x".repeat(2 * 1024 * 1024) });

  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ details: { reason: "body_too_large" } });
});

test("the attempt is committed when the number leaves the server, and a repeated request rings once", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id, phones } = await aWarmContact(ctx);
  const ask = await aDoor(ctx);
  await ask("PUT", `/reservations/${id}`);
  const dial = () => ask("POST", "/attempts", { contactId: id }, { "idempotency-key": "once" });

  const first = await dial();
  const { rows } = await database.ownerPool.query("select id from attempts where contact_id = $1", [id]);
  const second = await dial();

  const { attempt, tel } = (await first.json()) as { attempt: { id: string }; tel: string };
  expect(rows).toEqual([{ id: attempt.id }]);
  expect(tel).toBe(`tel:${phones[0]}`);
  expect(await second.json()).toMatchObject({ attempt: { id: attempt.id } });
});

test("what the gate refuses is a problem with the rule, and no number is in it", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id, phones } = await aWarmContact(ctx);
  const ask = await aDoor(ctx, new Date("2026-11-24T03:00:00Z"));
  await ask("PUT", `/reservations/${id}`);

  const refused = await ask("POST", "/attempts", { contactId: id });

  const text = await refused.text();
  expect(refused.status).toBe(422);
  expect(JSON.parse(text)).toMatchObject({
    code: "call_not_allowed",
    details: { verdict: "defer", rules: [{ id: "POL-HRS-01" }] },
  });
  expect(text).not.toContain(phones[0]);
});

test("a rep cannot open the people of another rep", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const mei = await aMember(ctx);
  const tom = await aMember(ctx);
  const { id } = await aContact(ctx, { ownerId: tom.userId });
  const ask = await aDoor(as(ctx, mei));

  expect((await ask("PUT", `/reservations/${id}`)).status).toBe(404);
});

test("a call that nobody reports is closed by its job, which may come twice", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aWarmContact(ctx);
  const ask = await aDoor(ctx);
  await ask("PUT", `/reservations/${id}`);
  await ask("POST", "/attempts", { contactId: id });

  const { rows } = await database.ownerPool.query(
    `select j.payload, j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t
     on t.id = j.task_id where t.identifier = 'close-forgotten-call' and j.payload->>'workspaceId' = $1`,
    [ctx.actor.workspaceId],
  );
  const clock = () => new Date("2026-11-23T17:30:00Z");
  const door = {
    pool: database.pool,
    ownerPool: database.ownerPool,
    log: ctx.log,
    ledgerKey: ctx.ledgerKey,
    dataDir: ctx.dataDir,
    clock,
  };
  const run = taskList(door, callQueueJobs, [])["close-forgotten-call"];
  await run?.(rows[0].payload, {} as never);
  await run?.(rows[0].payload, {} as never);

  expect(rows[0].run_at).toEqual(clock());
  const current = await ask("GET", "/attempts/current");
  expect(await current.json()).toEqual({ attempt: null, reservation: null });
});
