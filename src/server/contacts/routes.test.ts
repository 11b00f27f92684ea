import { expect, test } from "vitest";
import { accountRoutes } from "#server/accounts/routes.ts";
import { contactRoutes } from "#server/contacts/routes.ts";
import type { Context } from "#server/platform/context.ts";
import { createApiKey } from "#server/team/create-api-key.ts";
import { touchpointRoutes } from "#server/touchpoints/routes.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aTouchpoint, aWorkspace } from "#test/factories.ts";
import { theApp } from "#test/sign-in.ts";

const database = testDatabase();
const routes = [...contactRoutes, ...accountRoutes, ...touchpointRoutes];

/** The API as a program meets it that holds the person's key; `ctx` must be an admin's. */
async function aDoor(ctx: Context, userId = ctx.actor.userId ?? "") {
  const { key } = await createApiKey(ctx, { name: "tests", userId });
  const app = theApp(database, { routes, now: ctx.now });
  return (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

test("a contact is added, found, changed and read again", async () => {
  const ctx = await aWorkspace(database, { country: "US" });
  const ask = await aDoor(ctx);

  const points = [{ kind: "phone", value: "(212) 555-0123" }];
  const added = await ask("POST", "/contacts", { fullName: "Priya Raman", company: "Northwind", points });
  const { id } = await added.json();
  const changed = await ask("PATCH", `/contacts/${id}`, { jobTitle: "COO", tags: ["vip"] });
  const found = await ask("GET", "/contacts?q=north&tag=vip&sort=heat");

  expect([added.status, changed.status, found.status]).toEqual([201, 200, 200]);
  expect(await found.json()).toMatchObject({
    items: [{ id, name: "Priya Raman", jobTitle: "COO", phone: "+12•••••••23", temperature: "cold" }],
    nextCursor: null,
    total: { count: 1, exact: true },
  });
});

test("a request that is sent twice adds one contact", async () => {
  const ask = await aDoor(await aWorkspace(database));
  const send = () => ask("POST", "/contacts", { fullName: "Priya Raman" }, { "idempotency-key": "one" });

  const [first, second] = [await (await send()).json(), await (await send()).json()];

  expect(second.id).toBe(first.id);
  expect((await (await ask("GET", "/contacts")).json()).items).toHaveLength(1);
});

test.each([
  { method: "POST", path: "/contacts", body: { fullName: " " } },
  { method: "POST", path: "/contacts", body: { fullName: "A", points: [{ kind: "fax", value: "1" }] } },
  { method: "GET", path: "/contacts?sort=size" },
  { method: "GET", path: "/contacts?limit=5000" },
  { method: "GET", path: "/contacts?cursor=nonsense" },
  { method: "GET", path: "/touchpoints" },
  { method: "GET", path: "/accounts/not-a-key" },
])("$method $path is refused as bad input", async ({ method, path, body }) => {
  const ask = await aDoor(await aWorkspace(database));

  const answer = await ask(method, path, body);

  expect(answer.status).toBe(400);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ code: "invalid_input" });
});

test("a duplicate answers 409 with whom it is", async () => {
  const ctx = await aWorkspace(database);
  const { id } = await aContact(ctx, { emails: ["ana@example.org"] });
  const ask = await aDoor(ctx);

  const answer = await ask("POST", "/contacts", {
    fullName: "Ana",
    points: [{ kind: "email", value: "ana@example.org" }],
  });

  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ details: { reason: "same_person", by: "email", contactIds: [id] } });
});

test("a rep reads and claims, and neither assigns, merges, confirms, reveals nor changes kinds", async () => {
  const ctx = await aWorkspace(database);
  const rep = await aMember(ctx);
  const { id } = await aContact(ctx);
  const other = await aContact(ctx);
  const { id: touchpointId } = await aTouchpoint(as(ctx, rep), id, { verification: "claimed" });
  const ask = await aDoor(ctx, rep.userId);

  const claim = { contactId: id, kind: "meeting_held", occurredAt: "2026-11-20T09:00:00Z" };
  expect((await ask("GET", `/contacts/${id}`)).status).toBe(200);
  expect((await ask("POST", "/touchpoints", claim)).status).toBe(201);
  const refused = await Promise.all([
    ask("POST", "/contacts/assign", { ownerId: null, ids: [id] }),
    ask("POST", `/contacts/${id}/merge`, { otherId: other.id }),
    ask("POST", `/touchpoints/${touchpointId}/confirm`),
    ask("POST", `/contacts/${id}/reveal`),
    ask("PUT", "/touchpoint-kinds/meeting_held", { weight: 1 }),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
});
