import { hashPassword } from "better-auth/crypto";
import type { Hono } from "hono";
import pino from "pino";
import { httpApp } from "#server/platform/http.ts";
import type { Notices } from "#server/platform/notices.ts";
import type { Route } from "#server/platform/routing.ts";
import { createAuth } from "#server/team/auth.ts";
import { authHandler } from "#server/team/auth-handler.ts";
import { authenticator } from "#server/team/authenticate.ts";
import type { testDatabase } from "#test/database.ts";
import { testLedgerKey } from "#test/factories.ts";

type TestDatabase = ReturnType<typeof testDatabase>;

export const password = "correct horse battery";
const origin = "http://localhost:4800";

/** The HTTP door on the test's database, as a browser on this machine meets it. */
export function theApp(
  database: TestDatabase,
  { routes, now, publicUrl, notices }: { routes: readonly Route[]; now: Date; publicUrl?: string; notices?: Notices },
): Hono {
  const log = pino({ level: "silent" });
  const options = {
    pool: database.pool,
    secret: "a secret of the tests, 32 letters",
    publicUrl,
    log,
    clock: () => now,
  };
  return httpApp({
    pool: database.pool,
    log,
    ledgerKey: testLedgerKey,
    dataDir: database.dataDir,
    routes,
    authenticate: authenticator(options),
    authHandler: authHandler(createAuth(options), options),
    publicUrl,
    notices,
    clock: () => now,
  });
}

export type Browser = {
  request: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  cookies: Map<string, string>;
};

let addresses = 0;

/** Keeps cookies as a browser does, and names its origin; stands at an address of its own unless the test says where. */
export function aBrowser(app: Hono, options: { address?: string } = {}): Browser {
  addresses += 1;
  const address = options.address ?? `10.0.${addresses >> 8}.${addresses & 255}`;
  const cookies = new Map<string, string>();
  return {
    cookies,
    request: async (method, path, body, headers = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await app.request(
        `${origin}${path}`,
        {
          method,
          headers: { host: "localhost:4800", origin, ...(cookie ? { cookie } : {}), ...jsonType(body), ...headers },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
        { incoming: { socket: { remoteAddress: address } } },
      );
      for (const line of response.headers.getSetCookie()) keep(cookies, line);
      return response;
    },
  };
}

function jsonType(body: unknown): Record<string, string> {
  return body === undefined ? {} : { "content-type": "application/json" };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split("; ");
  const [name = "", value = ""] = pair.split(/=(.*)/s);
  if (attributes.includes("Max-Age=0") || value === "") cookies.delete(name);
  else cookies.set(name, value);
}

/** Gives a member made by a factory the password of all tests; answers with the address to sign in by. */
export async function aPasswordFor(database: TestDatabase, userId: string): Promise<string> {
  await database.pool
    .insertInto("credentials")
    .values({ providerId: "credential", accountId: userId, userId, password: await hashPassword(password) })
    .execute();
  const { email } = await database.pool
    .selectFrom("users")
    .select("email")
    .where("id", "=", userId)
    .executeTakeFirstOrThrow();
  return email;
}

export async function signIn(browser: Browser, email: string, withPassword = password): Promise<Response> {
  return browser.request("POST", "/api/auth/sign-in/email", { email, password: withPassword });
}

/** A member's browser, signed in. */
export async function aSignedIn(database: TestDatabase, app: Hono, userId: string | null): Promise<Browser> {
  const browser = aBrowser(app);
  const answer = await signIn(browser, await aPasswordFor(database, userId ?? ""));
  if (answer.status !== 200) throw new Error(`signing in failed: ${answer.status}`);
  return browser;
}
