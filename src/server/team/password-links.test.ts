import { expect, test } from "vitest";
import { clock } from "#server/platform/doors.ts";
import { linkForEmail } from "#server/team/link-for-email.ts";
import { teamRoutes } from "#server/team/routes.ts";
import { setUpWorkspace } from "#server/team/set-up-workspace.ts";
import { testDatabase } from "#test/database.ts";
import { aMember, aWorkspace, testLedgerKey } from "#test/factories.ts";
import { aBrowser, aSignedIn, signIn, theApp } from "#test/sign-in.ts";

const database = testDatabase();
const now = clock();
const app = () => theApp(database, { routes: teamRoutes, now });
const newPassword = "a new and longer one";

async function aLink() {
  const ctx = await aWorkspace(database, { now });
  const admin = await aSignedIn(database, app(), ctx.actor.userId);
  const member = await aMember(ctx, { name: "Mei Lin" });
  const email = `${member.userId}@tallow.example`;
  const before = await aSignedIn(database, app(), member.userId);
  const answer = await admin.request("POST", `/api/v1/members/${member.userId}/password-link`, {});
  const { path } = (await answer.json()) as { path: string };
  return { ctx, admin, member, email, before, token: path.split("#")[1] ?? "" };
}

test("an admin's link sets a new password and ends every session of the person", async () => {
  const { email, before, token } = await aLink();
  const browser = aBrowser(app());

  const read = await browser.request("POST", "/api/v1/password-links/read", { token });
  const used = await browser.request("POST", "/api/v1/password-links/use", { token, password: newPassword });

  expect(await read.json()).toEqual({ email, name: "Mei Lin" });
  expect(used.status).toBe(201);
  expect((await before.request("GET", "/api/v1/me")).status).toBe(401);
  expect((await signIn(browser, email)).status).toBe(401);
  expect((await signIn(browser, email, newPassword)).status).toBe(200);
});

test("a link works once, and takes the others of the same person with it", async () => {
  const { admin, member, token } = await aLink();
  const other = await admin.request("POST", `/api/v1/members/${member.userId}/password-link`, {});
  const { path } = (await other.json()) as { path: string };
  const use = (each: string) =>
    aBrowser(app()).request("POST", "/api/v1/password-links/use", { token: each, password: newPassword });

  const first = await Promise.all([use(token), use(token)]);
  const later = await use(path.split("#")[1] ?? "");

  expect(first.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect(later.status).toBe(422);
});

test("a link is dead after two days", async () => {
  const { token } = await aLink();
  const later = theApp(database, { routes: teamRoutes, now: new Date(now.getTime() + 49 * 3_600_000) });

  const answer = await aBrowser(later).request("POST", "/api/v1/password-links/use", { token, password: newPassword });

  expect(answer.status).toBe(422);
});

test("an admin cannot make a link for whoever also works in another workspace", async () => {
  const { admin, member } = await aLink();
  const elsewhere = await aWorkspace(database, { now });
  await database.ownerPool.query(
    "insert into memberships (workspace_id, user_id, role, created_at) values ($1, $2, 'admin', now())",
    [elsewhere.actor.workspaceId, member.userId],
  );

  const answer = await admin.request("POST", `/api/v1/members/${member.userId}/password-link`, {});

  expect(answer.status).toBe(403);
});

test("an admin cannot make a link for a stranger", async () => {
  const { admin } = await aLink();
  const stranger = await aWorkspace(database, { now });

  const answer = await admin.request("POST", `/api/v1/members/${stranger.actor.userId}/password-link`, {});

  expect(answer.status).toBe(404);
});

test("the operator's command makes a workspace and a link for its first admin", async () => {
  const wanted = { workspace: "Night Shift", email: "op@tallow.example", preset: "nonprofit" } as const;
  const { slug, path } = await setUpWorkspace({ pool: database.pool, ledgerKey: testLedgerKey }, wanted, now);
  const browser = aBrowser(app());

  const body = { token: path?.split("#")[1], password: newPassword };
  await browser.request("POST", "/api/v1/password-links/use", body);
  await signIn(browser, "op@tallow.example", newPassword);
  const me = await browser.request("GET", "/api/v1/me");
  const second = await setUpWorkspace(
    { pool: database.pool, ledgerKey: testLedgerKey },
    { ...wanted, workspace: "Night Shift" },
    now,
  );

  expect(slug).toBe("night-shift");
  expect(await me.json()).toMatchObject({ user: { name: "op" }, current: { slug: "night-shift", role: "admin" } });
  expect(second).toMatchObject({ slug: expect.stringMatching(/^night-shift-[0-9a-f]{6}$/), path: undefined });
});

test("the operator can always make a link, and nobody else's address is invented", async () => {
  const { email } = await aLink();

  const link = await linkForEmail(database.pool, { email, clearSecondFactor: false }, now);

  expect(link.path).toMatch(/^\/set-password#.{43}$/);
  await expect(
    linkForEmail(database.pool, { email: "nobody@tallow.example", clearSecondFactor: false }, now),
  ).rejects.toMatchObject({ code: "not_found" });
});
