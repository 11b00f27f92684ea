import { sql } from "kysely";
import { expect, test } from "vitest";
import { clock } from "#server/platform/doors.ts";
import { changeMember } from "#server/team/change-member.ts";
import { deactivateMember } from "#server/team/deactivate-member.ts";
import { teamRoutes } from "#server/team/routes.ts";
import { testDatabase } from "#test/database.ts";
import { aMember, as, aTeam, aWorkspace } from "#test/factories.ts";
import { aSignedIn, theApp } from "#test/sign-in.ts";

const database = testDatabase();
const now = clock();
const app = () => theApp(database, { routes: teamRoutes, now });

test("the last admin can neither leave nor step down", async () => {
  const ctx = await aWorkspace(database, { now });
  const userId = ctx.actor.userId ?? "";

  const leaving = deactivateMember(ctx, { userId });
  const steppingDown = changeMember(ctx, { userId, role: "rep" });

  await expect(leaving).rejects.toMatchObject({ code: "conflict", details: { reason: "last_admin" } });
  await expect(steppingDown).rejects.toMatchObject({ code: "conflict", details: { reason: "last_admin" } });
});

test("of eight admins who leave at once, one stays", async () => {
  const ctx = await aWorkspace(database, { now });
  const others = await Promise.all(Array.from({ length: 7 }, () => aMember(ctx, { role: "admin" })));
  const admins = [ctx.actor, ...others];
  // Connections that are open already, so that all begin at once.
  await Promise.all(admins.map(() => sql`select pg_sleep(0.05)`.execute(database.pool)));

  const results = await Promise.allSettled(
    admins.map((actor) => deactivateMember(as(ctx, actor), { userId: actor.userId ?? "" })),
  );

  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
});

test("members are listed by name, a page at a time, each once", async () => {
  const ctx = await aWorkspace(database, { now });
  for (const name of ["Ana", "Bo", "Bo", "Cy"]) await aMember(ctx, { name });
  const admin = await aSignedIn(database, app(), ctx.actor.userId);

  const names: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const answer = await admin.request("GET", `/api/v1/members?limit=2${query}`);
    const page = (await answer.json()) as { items: { name: string }[]; nextCursor: string | null };
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  }

  expect(names).toEqual(["Ana", "Bo", "Bo", "Cy", "Mei Lin"]);
});

test("a cursor that is none of ours is a mistake in the request", async () => {
  const ctx = await aWorkspace(database, { now });
  const admin = await aSignedIn(database, app(), ctx.actor.userId);

  const members = await admin.request("GET", "/api/v1/members?cursor=1");
  const keys = await admin.request("GET", "/api/v1/api-keys?cursor=1");

  expect([members.status, keys.status]).toEqual([400, 400]);
});

test("a member of another workspace cannot be changed, nor put into a foreign team", async () => {
  const ctx = await aWorkspace(database, { now });
  const other = await aWorkspace(database, { now });
  const stranger = await aMember(other);
  const foreignTeam = await aTeam(other);
  const member = await aMember(ctx);

  await expect(changeMember(ctx, { userId: stranger.userId, role: "admin" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(changeMember(ctx, { userId: member.userId, teamId: foreignTeam.id })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a key acts as its member, with the role that this member has now, until it is revoked", async () => {
  const ctx = await aWorkspace(database, { now });
  const admin = await aSignedIn(database, app(), ctx.actor.userId);
  const member = await aMember(ctx, { role: "manager" });
  const created = await admin.request("POST", "/api/v1/api-keys", { name: "Sync", userId: member.userId });
  const { key, id, keyHint } = (await created.json()) as { key: string; id: string; keyHint: string };
  const program = (path: string, method = "GET") =>
    app().request(path, { method, headers: { authorization: `Bearer ${key}` } });

  const me = await program("/api/v1/me");
  const listed = await admin.request("GET", "/api/v1/api-keys");
  await changeMember(ctx, { userId: member.userId, role: "rep" });
  const asRep = await program("/api/v1/me");
  const account = await program("/api/v1/me/sessions");
  await admin.request("DELETE", `/api/v1/api-keys/${id}`);
  const revoked = await program("/api/v1/me");

  expect(key).toMatch(/^wl_[\w-]{65}$/);
  expect(key.endsWith(keyHint.slice(-6))).toBe(true);
  expect(await me.json()).toMatchObject({ user: { id: member.userId }, current: { role: "manager" } });
  expect(JSON.stringify(await listed.json())).not.toContain(key);
  expect(await asRep.json()).toMatchObject({ current: { role: "rep" } });
  expect([account.status, revoked.status]).toEqual([403, 401]);
});

test("a deactivated member's key opens nothing, and a reactivated one's does again", async () => {
  const ctx = await aWorkspace(database, { now });
  const admin = await aSignedIn(database, app(), ctx.actor.userId);
  const member = await aMember(ctx, { role: "manager" });
  const created = await admin.request("POST", "/api/v1/api-keys", { name: "Sync", userId: member.userId });
  const { key } = (await created.json()) as { key: string };
  const status = async () =>
    (await app().request("/api/v1/teams", { headers: { authorization: `Bearer ${key}` } })).status;

  const before = await status();
  await admin.request("POST", `/api/v1/members/${member.userId}/deactivate`, {});
  const out = await status();
  await admin.request("POST", `/api/v1/members/${member.userId}/reactivate`, {});

  expect([before, out, await status()]).toEqual([200, 401, 200]);
});

test("the use of a key is noted once a minute", async () => {
  const ctx = await aWorkspace(database, { now });
  const admin = await aSignedIn(database, app(), ctx.actor.userId);
  const created = await admin.request("POST", "/api/v1/api-keys", { name: "Sync" });
  const { key, id } = (await created.json()) as { key: string; id: string };
  const lastUseAfter = async (seconds: number) => {
    const at = theApp(database, { routes: teamRoutes, now: new Date(now.getTime() + seconds * 1000) });
    await at.request("/api/v1/teams", { headers: { authorization: `Bearer ${key}` } });
    const { rows } = await database.ownerPool.query("select last_used_at from api_keys where id = $1", [id]);
    return (rows[0].last_used_at.getTime() - now.getTime()) / 1000;
  };

  expect([await lastUseAfter(0), await lastUseAfter(59), await lastUseAfter(60)]).toEqual([0, 0, 60]);
});

test("teams have names of their own; deleting one leaves its members without a team", async () => {
  const ctx = await aWorkspace(database, { now });
  const admin = await aSignedIn(database, app(), ctx.actor.userId);
  const created = await admin.request("POST", "/api/v1/teams", { name: "North" });
  const { id } = (await created.json()) as { id: string };
  const again = await admin.request("POST", "/api/v1/teams", { name: "North" });
  await admin.request("PATCH", `/api/v1/members/${ctx.actor.userId}`, { teamId: id });
  const full = await admin.request("GET", "/api/v1/teams");

  await admin.request("DELETE", `/api/v1/teams/${id}`);
  const me = await admin.request("GET", "/api/v1/me");

  expect(again.status).toBe(409);
  expect(await full.json()).toMatchObject({ items: [{ name: "North", members: 1 }] });
  expect(await me.json()).toMatchObject({ current: { teamId: null } });
});

test("one's own sessions can be seen and ended, nobody else's", async () => {
  const ctx = await aWorkspace(database, { now });
  const mine = await aSignedIn(database, app(), ctx.actor.userId);
  const other = await aSignedIn(database, app(), (await aMember(ctx)).userId);
  const answer = await other.request("GET", "/api/v1/me/sessions");
  const { items } = (await answer.json()) as { items: { id: string; isCurrent: boolean }[] };
  const id = items[0]?.id;

  const foreign = await mine.request("DELETE", `/api/v1/me/sessions/${id}`);
  const own = await other.request("DELETE", `/api/v1/me/sessions/${id}`);

  expect(items).toMatchObject([{ isCurrent: true }]);
  expect([foreign.status, own.status]).toEqual([404, 200]);
  expect((await other.request("GET", "/api/v1/me")).status).toBe(401);
});

test("settings change one by one, and an unknown time zone is refused", async () => {
  const ctx = await aWorkspace(database, { now });
  const admin = await aSignedIn(database, app(), ctx.actor.userId);

  const first = await admin.request("PATCH", "/api/v1/workspace", { country: "US", definition: "broad" });
  const second = await admin.request("PATCH", "/api/v1/workspace/policy", { maskNumbers: false });
  const wrong = await admin.request("PATCH", "/api/v1/workspace", { timeZone: "Mars/Olympus" });

  expect(await first.json()).toMatchObject({ country: "US", settings: { definition: "broad", maskNumbers: true } });
  expect(await second.json()).toMatchObject({ country: "US", settings: { definition: "broad", maskNumbers: false } });
  expect(wrong.status).toBe(400);
});

test("a key that was created is not kept anywhere, not even to answer the same request again", async () => {
  const ctx = await aWorkspace(database, { now });
  const admin = await aSignedIn(database, app(), ctx.actor.userId);
  const create = () =>
    admin.request("POST", "/api/v1/api-keys", { name: "Sync" }, { "idempotency-key": "one and the same" });

  const first = await create();
  const second = await create();
  const { key } = (await first.json()) as { key: string };
  const { rows } = await database.ownerPool.query(
    "select to_jsonb(k) as row from api_keys k union all select to_jsonb(i) from idempotency_keys i",
  );

  expect([first.status, second.status]).toEqual([201, 409]);
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toContain(key.slice(-30));
});
