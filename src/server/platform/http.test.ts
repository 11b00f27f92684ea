import { randomUUID } from "node:crypto";
import pino from "pino";
import { expect, test } from "vitest";
import { hourMs } from "#domain/time.ts";
import { routes } from "#server/doors.ts";
import { importRoutes } from "#server/imports/routes.ts";
import { transaction } from "#server/platform/context.ts";
import { createApiKey } from "#server/team/create-api-key.ts";
import { teamSchedules } from "#server/team/schedules.ts";
import { testDatabase } from "#test/database.ts";
import { aWorkspace, mondayMorning } from "#test/factories.ts";
import { theApp } from "#test/sign-in.ts";

const database = testDatabase();

type Operation = {
  operationId: string;
  description?: string;
  parameters: { name: string }[];
  responses: Record<string, { description: string; content: Record<string, unknown> }>;
};

async function theDocument(): Promise<{
  info: { description: string };
  paths: Record<string, Record<string, Operation>>;
}> {
  const answer = await theApp(database, { routes, now: mondayMorning }).request("/api/openapi.json");
  return answer.json();
}

async function anUploader(options: { now?: Date } = {}) {
  const ctx = await aWorkspace(database, options);
  const { key } = await createApiKey(ctx, { name: "tests", userId: ctx.actor.userId ?? "" });
  const app = theApp(database, { routes: importRoutes, now: ctx.now });
  const upload = (text: string, idempotencyKey: string, path = "/imports") =>
    app.request(`/api/v1${path}?fileName=people.csv`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "idempotency-key": idempotencyKey,
        "content-length": String(text.length),
      },
      body: text,
    });
  const count = () =>
    transaction(ctx, ({ db }) => db.selectFrom("imports").select("id").execute()).then((rows) => rows.length);
  return { ctx, upload, count };
}

test.each([
  { method: "PUT", path: "/api/v1/contacts", allow: "GET, HEAD, POST" },
  { method: "DELETE", path: "/api/v1/contacts/0192", allow: "GET, HEAD, PATCH" },
  { method: "GET", path: "/api/v1/contacts/0192/merge", allow: "POST" },
  { method: "POST", path: "/api/openapi.json", allow: "GET, HEAD" },
])("$method $path, which knows other ways only, says which", async ({ method, path, allow }) => {
  const answer = await theApp(database, { routes, now: mondayMorning }).request(path, { method });

  expect([answer.status, answer.headers.get("allow")]).toEqual([405, allow]);
  expect(await answer.json()).toMatchObject({ code: "method_not_allowed", status: 405 });
});

test("a path that is nowhere is not found", async () => {
  const answer = await theApp(database, { routes, now: mondayMorning }).request("/api/v1/nowhere", { method: "POST" });

  expect([answer.status, answer.headers.get("allow")]).toEqual([404, null]);
});

test("every operation has a name of its own, by which programs call it", async () => {
  const { paths } = await theDocument();
  const names = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));

  expect(new Set(names).size).toBe(routes.length);
  expect(paths["/api/v1/attempts"]?.post?.operationId).toBe("startCall");
});

test.each([
  { path: "/api/v1/attempts", method: "post", statuses: ["201", "400", "401", "403", "404", "409", "422"] },
  { path: "/api/v1/queue", method: "get", statuses: ["200", "400", "401", "403"] },
  { path: "/api/v1/contacts/{id}", method: "patch", statuses: ["200", "400", "401", "403", "404", "409"] },
  { path: "/api/v1/invitations/read", method: "post", statuses: ["201", "400", "403", "422"] },
])("$method $path says what it may refuse", async ({ path, method, statuses }) => {
  const operation = (await theDocument()).paths[path]?.[method];

  expect(Object.keys(operation?.responses ?? {})).toEqual([...statuses, "default"]);
  expect(Object.keys(operation?.responses["400"]?.content ?? {})).toEqual(["application/problem+json"]);
});

test("the document says where a key for repeated requests has an effect, and where none", async () => {
  const { paths } = await theDocument();
  const takesKey = (path: string) =>
    paths[path]?.post?.parameters.some(({ name }) => name === "Idempotency-Key") ?? false;

  expect([takesKey("/api/v1/imports"), takesKey("/api/v1/invitations/accept")]).toEqual([true, false]);
  expect(paths["/api/v1/invitations/accept"]?.post?.description).toContain("no effect");
});

test("an upload that is sent twice is taken in once", async () => {
  const { upload, count } = await anUploader();
  const text = "Name,Email\nMei Lin,mei@tallow.example\n";

  const first = await (await upload(text, "one")).json();
  const second = await upload(text, "one");

  expect(await second.json()).toEqual(first);
  expect(second.headers.get("idempotent-replayed")).toBe("true");
  expect(await count()).toBe(1);
});

test("two uploads at once with one key become one; the other is told", async () => {
  const { upload, count } = await anUploader();
  const text = "Name,Email\nMei Lin,mei@tallow.example\n";

  const answers = await Promise.all([upload(text, "one"), upload(text, "one")]);

  expect(await count()).toBe(1);
  const refused = answers.filter(({ status }) => status === 409);
  for (const answer of refused)
    expect(await answer.json()).toMatchObject({ details: { reason: "request_in_progress" } });
});

test("a key is refused for another upload, and free again after a refusal", async () => {
  const { upload, count } = await anUploader();

  const toNothing = await upload("a,b\n", "one", `/imports/${randomUUID()}/attachments`);
  const first = await upload("Name,Email\nMei Lin,mei@tallow.example\n", "one");
  const other = await upload("Name\nTom\n", "one");

  expect([toNothing.status, first.status, other.status]).toEqual([404, 201, 409]);
  expect(await other.json()).toMatchObject({ code: "idempotency_key_reused" });
  expect(await count()).toBe(1);
});

test("what a crash left of a key stands in the way for an hour, and an answer is kept for a day", async () => {
  const { ctx, upload } = await anUploader();
  const { workspaceId, userId } = ctx.actor;
  const ask = async (age: number) => {
    await database.ownerPool.query("delete from idempotency_keys where workspace_id = $1", [workspaceId]);
    await database.ownerPool.query(
      `insert into idempotency_keys (workspace_id, user_id, key, request_hash, created_at) values ($1, $2, 'left', '', $3)`,
      [workspaceId, userId, new Date(ctx.now.getTime() - age)],
    );
    return (await upload("Name,Email\nMei Lin,mei@tallow.example\n", "left")).status;
  };
  const kept = async () =>
    (await database.ownerPool.query("select 1 from idempotency_keys where workspace_id = $1", [workspaceId])).rowCount;

  expect([await ask(0.9 * hourMs), await ask(1.1 * hourMs)]).toEqual([409, 201]);

  const door = {
    pool: database.pool,
    ownerPool: database.ownerPool,
    ledgerKey: ctx.ledgerKey,
    log: pino({ level: "silent" }),
    dataDir: database.dataDir,
    clock: () => ctx.now,
  };
  const forget = (hours: number) =>
    teamSchedules
      .find(({ name }) => name === "forget-answered-requests")
      ?.run(door, new Date(ctx.now.getTime() + hours * hourMs));
  await forget(23);
  expect(await kept()).toBe(1);
  await forget(25);
  expect(await kept()).toBe(0);
});
