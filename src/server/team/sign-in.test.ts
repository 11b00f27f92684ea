import { expect, test } from "vitest";
import { clock } from "#server/platform/doors.ts";
import { teamRoutes } from "#server/team/routes.ts";
import { testDatabase } from "#test/database.ts";
import { aMember, as, aWorkspace } from "#test/factories.ts";
import { aBrowser, aPasswordFor, signIn, theApp } from "#test/sign-in.ts";

const database = testDatabase();
const now = clock();

const open = () => aBrowser(theApp(database, { routes: teamRoutes, now: clock() }));

test("whoever signs in is known by a cookie that scripts cannot read and other sites do not send", async () => {
  const ctx = await aWorkspace(database, { now });
  const email = await aPasswordFor(database, ctx.actor.userId ?? "");
  const browser = open();

  const answer = await signIn(browser, email);
  const me = await browser.request("GET", "/api/v1/me");

  expect(answer.status).toBe(200);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^warmline\.session_token=.*HttpOnly; SameSite=Lax/);
  expect(await me.json()).toMatchObject({
    user: { email },
    current: { workspaceId: ctx.actor.workspaceId, role: "admin", permissions: { "people:manage": "all" } },
  });
});

test("a wrong password and an address that nobody has get the same answer", async () => {
  const ctx = await aWorkspace(database, { now });
  const email = await aPasswordFor(database, ctx.actor.userId ?? "");

  const wrong = await signIn(open(), email, "not the password");
  const nobody = await signIn(open(), "nobody@tallow.example", "not the password");

  expect([wrong.status, nobody.status]).toEqual([401, 401]);
  expect(await nobody.json()).toEqual(await wrong.json());
});

test("after ten wrong passwords the right one waits too, from wherever", async () => {
  const ctx = await aWorkspace(database, { now });
  const email = await aPasswordFor(database, ctx.actor.userId ?? "");
  const app = theApp(database, { routes: teamRoutes, now });

  const answers: number[] = [];
  for (let attempt = 0; attempt < 11; attempt += 1) {
    const browser = aBrowser(app, { address: `192.0.2.${attempt}` });
    answers.push((await signIn(browser, email, attempt < 10 ? "wrong password" : undefined)).status);
  }
  const later = theApp(database, { routes: teamRoutes, now: new Date(now.getTime() + 16 * 60_000) });

  expect(answers).toEqual([...Array(10).fill(401), 429]);
  expect((await signIn(aBrowser(later), email)).status).toBe(200);
});

test("a session set before signing in is not the session after it", async () => {
  const ctx = await aWorkspace(database, { now });
  const email = await aPasswordFor(database, ctx.actor.userId ?? "");
  const browser = open();
  browser.cookies.set("warmline.session_token", "planted.c2lnbmF0dXJl");

  await signIn(browser, email);
  const first = browser.cookies.get("warmline.session_token");
  await signIn(browser, email);

  expect(first).not.toContain("planted");
  expect(browser.cookies.get("warmline.session_token")).not.toBe(first);
});

test("a token without our signature, as it stands in the database, opens nothing", async () => {
  const ctx = await aWorkspace(database, { now });
  const email = await aPasswordFor(database, ctx.actor.userId ?? "");
  const browser = open();
  await signIn(browser, email);
  const { token } = await database.pool.selectFrom("sessions").select("token").executeTakeFirstOrThrow();

  browser.cookies.set("warmline.session_token", token);
  const bare = await browser.request("GET", "/api/v1/me");
  browser.cookies.set("warmline.session_token", `${token}.c2lnbmF0dXJl`);
  const forged = await browser.request("GET", "/api/v1/me");

  expect([bare.status, forged.status]).toEqual([401, 401]);
});

test("an expired session is nobody", async () => {
  const ctx = await aWorkspace(database, { now });
  const email = await aPasswordFor(database, ctx.actor.userId ?? "");
  const browser = open();
  await signIn(browser, email);
  const later = aBrowser(theApp(database, { routes: teamRoutes, now: new Date(now.getTime() + 15 * 86_400_000) }));
  for (const [name, value] of browser.cookies) later.cookies.set(name, value);

  expect((await later.request("GET", "/api/v1/me")).status).toBe(401);
});

test("a member who is deactivated is out at once", async () => {
  const admin = await aWorkspace(database, { now });
  const member = await aMember(admin);
  const email = await aPasswordFor(database, member.userId);
  const browser = open();
  await signIn(browser, email);

  const before = await browser.request("GET", "/api/v1/me");
  await database.ownerPool.query("update memberships set deactivated_at = now() where user_id = $1", [member.userId]);
  const after = await browser.request("GET", "/api/v1/me");

  expect(await before.json()).toMatchObject({ current: { role: "rep", numbersMasked: true } });
  expect(await after.json()).toMatchObject({ current: null, workspaces: [] });
});

test("a person of two workspaces has none until one is chosen or named", async () => {
  const first = await aWorkspace(database, { now });
  const second = await aWorkspace(database, { now });
  const person = as(first, first.actor).actor.userId ?? "";
  await database.ownerPool.query(
    "insert into memberships (workspace_id, user_id, role, created_at) values ($1, $2, 'rep', now())",
    [second.actor.workspaceId, person],
  );
  const browser = open();
  await signIn(browser, await aPasswordFor(database, person));

  const undecided = await browser.request("GET", "/api/v1/me");
  const named = await browser.request("GET", "/api/v1/me", undefined, {
    "warmline-workspace": `w${second.actor.workspaceId}`,
  });
  const foreign = await aWorkspace(database, { now });
  const refused = await browser.request("GET", "/api/v1/me", undefined, {
    "warmline-workspace": `w${foreign.actor.workspaceId}`,
  });

  expect(await undecided.json()).toMatchObject({ current: null, workspaces: [{}, {}] });
  expect(await named.json()).toMatchObject({ current: { workspaceId: second.actor.workspaceId, role: "rep" } });
  expect(await refused.json()).toMatchObject({ current: null });
});

test("another site's page cannot act in a person's name, nor sign anybody in", async () => {
  const ctx = await aWorkspace(database, { now });
  const email = await aPasswordFor(database, ctx.actor.userId ?? "");
  const browser = open();

  const elsewhere = { origin: "https://evil.example" };
  const signing = await browser.request("POST", "/api/auth/sign-in/email", { email, password: "x" }, elsewhere);
  await signIn(browser, email);
  const acting = await browser.request("POST", "/api/v1/workspaces", {}, elsewhere);

  expect([signing.status, acting.status]).toEqual([403, 403]);
});

test.each(["/sign-up/email", "/request-password-reset", "/reset-password", "/update-user", "/delete-user", "/ok"])(
  "the sign-in library's %s is not there",
  async (path) => {
    const answer = await open().request("POST", `/api/auth${path}`, { email: "a@b.example", password: "0123456789" });

    expect(answer.status).toBe(404);
  },
);

test("where people type an https address, the cookie travels on nothing else", async () => {
  const ctx = await aWorkspace(database, { now });
  const email = await aPasswordFor(database, ctx.actor.userId ?? "");
  const publicUrl = "https://calls.tallow.example";
  const browser = aBrowser(theApp(database, { routes: teamRoutes, now, publicUrl }));

  const answer = await browser.request(
    "POST",
    "/api/auth/sign-in/email",
    { email, password: "correct horse battery" },
    { origin: publicUrl },
  );

  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-warmline\.session_token=.*; Secure/);
  expect((await browser.request("GET", "/api/v1/me")).status).toBe(200);
});
