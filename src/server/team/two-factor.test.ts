import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { clock } from "#server/platform/doors.ts";
import { teamRoutes } from "#server/team/routes.ts";
import { testDatabase } from "#test/database.ts";
import { aMember, aWorkspace } from "#test/factories.ts";
import { aBrowser, aSignedIn, password, signIn, theApp } from "#test/sign-in.ts";

const database = testDatabase();
const now = clock();
const app = () => theApp(database, { routes: teamRoutes, now });

/** RFC 6238: what an authenticator shows for this secret at that instant. */
function codeOf(totpURI: string, at: Date): string {
  const letters = new URL(totpURI).searchParams.get("secret") ?? "";
  const bits = [...letters].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const bytes =
    bits
      .join("")
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const digest = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function aPersonWithSecondFactor() {
  const ctx = await aWorkspace(database, { now });
  const { userId } = await aMember(ctx);
  const browser = await aSignedIn(database, app(), userId);
  const enabled = await browser.request("POST", "/api/auth/two-factor/enable", { password });
  const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
  await browser.request("POST", "/api/auth/two-factor/verify-totp", { code: codeOf(totpURI, clock()) });
  return { ctx, userId, email: `${userId}@tallow.example`, browser, totpURI, backupCodes };
}

test("with a second factor a password alone opens nothing", async () => {
  const { email, totpURI } = await aPersonWithSecondFactor();
  const browser = aBrowser(app());

  const first = await signIn(browser, email);
  const between = await browser.request("GET", "/api/v1/me");
  const wrong = await browser.request("POST", "/api/auth/two-factor/verify-totp", { code: "000000" });
  const right = await browser.request("POST", "/api/auth/two-factor/verify-totp", { code: codeOf(totpURI, clock()) });
  const after = await browser.request("GET", "/api/v1/me");

  expect(await first.json()).toMatchObject({ twoFactorRedirect: true });
  expect([between.status, wrong.status, right.status]).toEqual([401, 401, 200]);
  expect(await after.json()).toMatchObject({ user: { email, twoFactorEnabled: true } });
});

test("a backup code opens once", async () => {
  const { email, backupCodes } = await aPersonWithSecondFactor();
  const withCode = async () => {
    const browser = aBrowser(app());
    await signIn(browser, email);
    const answer = await browser.request("POST", "/api/auth/two-factor/verify-backup-code", { code: backupCodes[0] });
    return answer.status;
  };

  expect([await withCode(), await withCode()]).toEqual([200, 401]);
});

test("the second factor's secret and the backup codes are not kept as they are", async () => {
  const { totpURI, backupCodes } = await aPersonWithSecondFactor();

  const { rows } = await database.ownerPool.query("select secret, backup_codes from two_factors");

  expect(JSON.stringify(rows)).not.toContain(new URL(totpURI).searchParams.get("secret"));
  expect(JSON.stringify(rows)).not.toContain(backupCodes[0]);
});

test("an admin can help whoever lost the second factor, with a link that takes it away", async () => {
  const { ctx, userId, email } = await aPersonWithSecondFactor();
  const admin = await aSignedIn(database, app(), ctx.actor.userId);
  const browser = aBrowser(app());
  const answer = await admin.request("POST", `/api/v1/members/${userId}/password-link`, { clearSecondFactor: true });
  const { path } = (await answer.json()) as { path: string };

  const body = { token: path.split("#")[1], password: "a new and longer one" };
  await browser.request("POST", "/api/v1/password-links/use", body);
  await signIn(browser, email, "a new and longer one");
  const me = await browser.request("GET", "/api/v1/me");

  expect(await me.json()).toMatchObject({ user: { email, twoFactorEnabled: false } });
});

test("turning the second factor off takes the password", async () => {
  const { browser } = await aPersonWithSecondFactor();

  const without = await browser.request("POST", "/api/auth/two-factor/disable", { password: "not the password" });
  const withIt = await browser.request("POST", "/api/auth/two-factor/disable", { password });
  const me = await browser.request("GET", "/api/v1/me");

  expect([without.status, withIt.status]).toEqual([400, 200]);
  expect(await me.json()).toMatchObject({ user: { twoFactorEnabled: false } });
});

test("a changed password ends the other sessions when the person asks for it", async () => {
  const ctx = await aWorkspace(database, { now });
  const here = await aSignedIn(database, app(), ctx.actor.userId);
  const there = aBrowser(app());
  const { rows } = await database.ownerPool.query("select email from users where id = $1", [ctx.actor.userId]);
  await signIn(there, rows[0].email);

  const changed = await here.request("POST", "/api/auth/change-password", {
    currentPassword: password,
    newPassword: "a new and longer one",
    revokeOtherSessions: true,
  });

  expect(changed.status).toBe(200);
  expect((await there.request("GET", "/api/v1/me")).status).toBe(401);
  expect((await here.request("GET", "/api/v1/me")).status).toBe(200);
});
