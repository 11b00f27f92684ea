import { expect, test } from "vitest";
import { clock } from "#server/platform/doors.ts";
import { teamRoutes } from "#server/team/routes.ts";
import { testDatabase } from "#test/database.ts";
import { aMember, aWorkspace } from "#test/factories.ts";
import { aBrowser, aSignedIn, password, signIn, theApp } from "#test/sign-in.ts";

const database = testDatabase();
const now = clock();
const app = () => theApp(database, { routes: teamRoutes, now });

async function anAdmin() {
  const ctx = await aWorkspace(database, { now });
  return { ctx, admin: await aSignedIn(database, app(), ctx.actor.userId) };
}

async function anInvitation(email: string, role = "rep") {
  const { ctx, admin } = await anAdmin();
  const answer = await admin.request("POST", "/api/v1/invitations", { email, role });
  const { id, path } = (await answer.json()) as { id: string; path: string };
  return { ctx, admin, id, token: path.split("#")[1] ?? "" };
}

test("whoever is invited gives a name and a password, and is in with the role of the invitation", async () => {
  const { ctx, token } = await anInvitation("Bo@Tallow.example", "manager");
  const browser = aBrowser(app());

  const read = await browser.request("POST", "/api/v1/invitations/read", { token });
  const accepted = await browser.request("POST", "/api/v1/invitations/accept", {
    token,
    person: { name: "Bo", password, language: "zh-Hans" },
  });
  await signIn(browser, "bo@tallow.example");
  const me = await browser.request("GET", "/api/v1/me");

  expect(await read.json()).toEqual({
    workspaceName: "Tallow",
    email: "bo@tallow.example",
    role: "manager",
    hasAccount: false,
  });
  expect(accepted.status).toBe(201);
  expect(await me.json()).toMatchObject({
    user: { name: "Bo", language: "zh-Hans" },
    current: { workspaceId: ctx.actor.workspaceId, role: "manager" },
  });
});

test("an invitation works once, also for two who use it at the same moment", async () => {
  const { token } = await anInvitation("twice@tallow.example");
  const accept = () =>
    aBrowser(app()).request("POST", "/api/v1/invitations/accept", { token, person: { name: "Twice", password } });

  const answers = await Promise.all([accept(), accept()]);

  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test.each([
  [
    "taken back",
    async ({ admin, id }: Awaited<ReturnType<typeof anInvitation>>) => {
      await admin.request("DELETE", `/api/v1/invitations/${id}`);
    },
  ],
  [
    "replaced by a newer one",
    async ({ admin }: Awaited<ReturnType<typeof anInvitation>>) => {
      await admin.request("POST", "/api/v1/invitations", { email: "late@tallow.example", role: "rep" });
    },
  ],
  [
    "older than a week",
    async () => {
      await database.ownerPool.query("update invitations set expires_at = created_at");
    },
  ],
])("an invitation that was %s opens nothing", async (_what, spoil) => {
  const invitation = await anInvitation("late@tallow.example");
  await spoil(invitation);

  const body = { token: invitation.token, person: { name: "Late", password } };
  const answer = await aBrowser(app()).request("POST", "/api/v1/invitations/accept", body);

  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: "link_expired" });
});

test("an invitation to an address that has an account is for whoever signs in with that account", async () => {
  const elsewhere = await aWorkspace(database, { now });
  const member = await aMember(elsewhere);
  const { token, ctx } = await anInvitation(`${member.userId}@tallow.example`);

  const takeOver = await aBrowser(app()).request("POST", "/api/v1/invitations/accept", {
    token,
    person: { name: "Thief", password: "another password" },
  });
  const somebodyElse = await aSignedIn(database, app(), elsewhere.actor.userId);
  const notMine = await somebodyElse.request("POST", "/api/v1/invitations/accept", { token });
  const browser = await aSignedIn(database, app(), member.userId);
  const mine = await browser.request("POST", "/api/v1/invitations/accept", { token });
  const me = await browser.request("GET", "/api/v1/me");

  expect([takeOver.status, notMine.status, mine.status]).toEqual([401, 401, 201]);
  expect(await me.json()).toMatchObject({ workspaces: [{}, {}], current: { workspaceId: ctx.actor.workspaceId } });
});

test("a token with another workspace's name in it opens nothing there", async () => {
  const { token } = await anInvitation("x@tallow.example");
  const { token: other } = await anInvitation("y@tallow.example");
  const mixed = other.slice(0, 22) + token.slice(22);

  const answer = await aBrowser(app()).request("POST", "/api/v1/invitations/read", { token: mixed });

  expect(answer.status).toBe(422);
});

test("only the hash of an invitation's token is kept", async () => {
  const { token } = await anInvitation("hash@tallow.example");

  const { rows } = await database.ownerPool.query("select * from invitations");

  expect(JSON.stringify(rows)).not.toContain(token.slice(22));
});

test("waiting invitations are listed, accepted ones are not, and members cannot be invited again", async () => {
  const { admin, token } = await anInvitation("list@tallow.example");
  const before = await admin.request("GET", "/api/v1/invitations");
  await aBrowser(app()).request("POST", "/api/v1/invitations/accept", { token, person: { name: "L", password } });

  const after = await admin.request("GET", "/api/v1/invitations");
  const again = await admin.request("POST", "/api/v1/invitations", { email: "list@tallow.example", role: "rep" });

  expect(await before.json()).toMatchObject({ items: [{ email: "list@tallow.example" }], nextCursor: null });
  expect(await after.json()).toEqual({ items: [], nextCursor: null });
  expect(again.status).toBe(409);
});
