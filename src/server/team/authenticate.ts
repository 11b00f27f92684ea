import { parseCookies } from "better-auth/cookies";
import { constantTimeEqual, makeSignature } from "better-auth/crypto";
import { sql } from "kysely";
import { RepRules } from "#api/settings.ts";
import type { Role } from "#domain/policy.ts";
import type { Actor } from "#server/platform/context.ts";
import type { Caller } from "#server/platform/routing.ts";
import { type AuthOptions, cookiePrefix } from "#server/team/auth.ts";
import { readWorkspaceToken } from "#server/team/tokens.ts";

/** What every key starts with, so that a key that leaked into a file can be found. */
export const keyPrefix = "wl_";
const workspaceHeader = "warmline-workspace";

type Found = {
  userId: string;
  workspaceId: string | null;
  role: string | null;
  teamId: string | null;
  settings: unknown;
};

/** Who calls, by cookie or by key, and in which workspace: one question to the database. */
export function authenticator({ pool, secret, publicUrl }: Pick<AuthOptions, "pool" | "secret" | "publicUrl">) {
  const secure = publicUrl?.startsWith("https:") ? "__Secure-" : "";
  const cookieName = `${secure}${cookiePrefix}.session_token`;

  return async (headers: Headers, now: Date): Promise<Caller | undefined> => {
    const wanted = headers.get(workspaceHeader);
    const authorization = headers.get("authorization");
    if (authorization) return byKey(authorization, wanted, now);
    const token = await sessionToken(headers.get("cookie"));
    return token ? bySession(token, wanted, now) : undefined;
  };

  /** Signed by us: who reads the sessions in a stolen backup cannot make a cookie of them. */
  async function sessionToken(cookie: string | null): Promise<string | undefined> {
    const value = cookie ? parseCookies(cookie).get(cookieName) : undefined;
    if (!value) return undefined;
    const [token, signature] = splitSigned(value);
    if (!token || !signature) return undefined;
    return constantTimeEqual(signature, await makeSignature(token, secret)) ? token : undefined;
  }

  async function bySession(token: string, wanted: string | null, now: Date): Promise<Caller | undefined> {
    const { rows } = await sql<Found & { sessionId: string }>`
      select * from find_session(${token}, ${now}, ${wanted})`.execute(pool);
    const found = rows[0];
    if (!found) return undefined;
    return { userId: found.userId, sessionId: found.sessionId, by: "session", ...actorOf(found) };
  }

  async function byKey(authorization: string, wanted: string | null, now: Date): Promise<Caller | undefined> {
    const [scheme, key] = authorization.split(" ");
    if (scheme?.toLowerCase() !== "bearer" || !key?.startsWith(keyPrefix)) return undefined;
    const token = readWorkspaceToken(key.slice(keyPrefix.length));
    if (!token) return undefined;
    const { rows } = await sql<Found & { slug: string }>`
      select * from use_api_key(${token.workspaceId}::uuid, ${token.hash}, ${now})`.execute(pool);
    const found = rows[0];
    if (!found) return undefined;
    const isElsewhere = wanted !== null && wanted !== found.slug;
    return { userId: found.userId, sessionId: null, by: "key", ...(isElsewhere ? {} : actorOf(found)) };
  }
}

function actorOf({ userId, workspaceId, role, teamId, settings }: Found): { actor?: Actor } {
  if (!workspaceId) return {};
  return { actor: { userId, workspaceId, role: role as Role, teamId, ...RepRules.parse(settings) } };
}

function splitSigned(value: string): [string, string] {
  const dot = value.lastIndexOf(".");
  return [value.slice(0, Math.max(dot, 0)), value.slice(dot + 1)];
}
