import { afterEach, expect, test } from "vitest";
import { clock } from "#server/platform/doors.ts";
import { teamRoutes } from "#server/team/routes.ts";
import { makeSetupToken } from "#server/team/setup-token.ts";
import { testDatabase } from "#test/database.ts";
import { aBrowser, signIn, theApp } from "#test/sign-in.ts";

const database = testDatabase();
const password = "correct horse battery";
const person = { name: "Ana Ruiz", email: "Ana@Tallow.example", password };
const workspace = { name: "Tallow & Sons", preset: "financial_services", language: "zh-Hant", person };

const from = (address: string) => aBrowser(theApp(database, { routes: teamRoutes, now: clock() }), { address });

// "Only while there is none" is about the whole installation.
afterEach(async () => {
  await database.ownerPool.query("truncate workspaces, users, verifications, rate_limits cascade");
});

test("at the first start whoever sits at the machine creates the workspace and is its admin", async () => {
  const browser = from("127.0.0.1");

  const before = await browser.request("GET", "/api/v1/setup");
  const created = await browser.request("POST", "/api/v1/workspaces", workspace);
  const after = await browser.request("GET", "/api/v1/setup");
  await signIn(browser, "ana@tallow.example");
  const me = await browser.request("GET", "/api/v1/me");

  expect(await before.json()).toEqual({ needed: true, tokenRequired: false });
  expect(created.status).toBe(201);
  expect(await created.json()).toEqual({ slug: "tallow-sons" });
  expect(await after.json()).toEqual({ needed: false, tokenRequired: false });
  expect(await me.json()).toMatchObject({ current: { name: "Tallow & Sons", role: "admin", language: "zh-Hant" } });
});

test("a new workspace has calling hours of its own, so that no office is rung at night", async () => {
  const browser = from("127.0.0.1");
  await browser.request("POST", "/api/v1/workspaces", workspace);
  await signIn(browser, "ana@tallow.example");

  const { settings } = await (await browser.request("GET", "/api/v1/workspace")).json();

  expect(settings.callingHours).toMatchObject({ mon: [{ from: "09:00", until: "20:00" }], sat: [{ from: "10:00" }] });
});

test("from another machine the token that the server printed is asked for, and works until there is a workspace", async () => {
  const browser = from("192.0.2.7");
  const setupToken = await makeSetupToken(database.pool, clock());

  const setup = await browser.request("GET", "/api/v1/setup");
  const without = await browser.request("POST", "/api/v1/workspaces", workspace);
  const wrong = await browser.request("POST", "/api/v1/workspaces", { ...workspace, setupToken: "guess" });
  const right = await browser.request("POST", "/api/v1/workspaces", { ...workspace, setupToken });

  expect(await setup.json()).toEqual({ needed: true, tokenRequired: true });
  expect([without.status, wrong.status, right.status]).toEqual([403, 403, 201]);
  expect(await makeSetupToken(database.pool, clock())).toBeUndefined();
});

test("a proxy on the same machine does not make the whole world local", async () => {
  const forwarded = { "x-forwarded-for": "192.0.2.7" };

  const answer = await from("127.0.0.1").request("POST", "/api/v1/workspaces", workspace, forwarded);

  expect(answer.status).toBe(403);
});

test("of five who create the first workspace at once, one does", async () => {
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_each, index) =>
      from("127.0.0.1").request("POST", "/api/v1/workspaces", {
        ...workspace,
        person: { ...person, email: `p${index}@tallow.example` },
      }),
    ),
  );

  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422]);
});

test("a name without Latin letters still has an address", async () => {
  const answer = await from("127.0.0.1").request("POST", "/api/v1/workspaces", { ...workspace, name: "暖線" });

  expect(await answer.json()).toEqual({ slug: expect.stringMatching(/^workspace-[0-9a-f]{6}$/) });
});

test("a password shorter than ten characters is refused", async () => {
  const short = { ...workspace, person: { ...person, password: "123456789" } };

  const answer = await from("127.0.0.1").request("POST", "/api/v1/workspaces", short);

  expect(answer.status).toBe(400);
});
