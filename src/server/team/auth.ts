import { betterAuth } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { twoFactor } from "better-auth/plugins";
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import { passwordLengthMax, passwordLengthMin } from "#api/account.ts";
import type { DB } from "#server/platform/schema.ts";
import { type AttemptLimit, countAttempt, forgetAttempts } from "#server/team/attempt-limit.ts";
import { hashToken } from "#server/team/tokens.ts";

export type AuthOptions = {
  pool: Kysely<DB>;
  /** Signs cookies and encrypts second factors: the same in every process. */
  secret: string;
  publicUrl: string | undefined;
  log: Logger;
  clock: () => Date;
};

export const cookiePrefix = "warmline";
/** Only our own door sets it, from the socket. */
export const addressHeader = "x-warmline-address";

const sessionDays = 14;
const daySeconds = 24 * 60 * 60;
const perAddress: AttemptLimit = { attemptsMax: 30, windowSeconds: 60 };
const perEmail: AttemptLimit = { attemptsMax: 10, windowSeconds: 15 * 60 };

/** The sign-in library on our tables. Its own routes are those of `auth-handler.ts`, no others. */
export function createAuth({ pool, secret, publicUrl, log, clock }: AuthOptions) {
  return betterAuth({
    appName: "Warmline",
    secret,
    // Any name by which the server is reached, with or without TLS; `auth-handler.ts` compares the origin with it.
    baseURL: { allowedHosts: ["*"], protocol: "auto" },
    basePath: "/api/auth",
    database: { db: pool, type: "postgres", transaction: true },
    user: { modelName: "users" },
    session: {
      modelName: "sessions",
      expiresIn: sessionDays * daySeconds,
      updateAge: daySeconds,
      freshAge: 0,
    },
    account: { modelName: "credentials" },
    verification: { modelName: "verifications", storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengthMin,
      maxPasswordLength: passwordLengthMax,
    },
    plugins: [twoFactor({ issuer: "Warmline", schema: { twoFactor: { modelName: "twoFactors" } } })],
    rateLimit: {
      enabled: true,
      window: perAddress.windowSeconds,
      max: 300,
      customRules: { "/sign-in/email": { window: perAddress.windowSeconds, max: perAddress.attemptsMax } },
      customStorage: {
        consume: async (key, { window, max }) => {
          const limit = { attemptsMax: max, windowSeconds: window };
          const { allowed, retryAfterSeconds } = await countAttempt(pool, `address:${key}`, limit, clock());
          return { allowed, retryAfter: allowed ? null : retryAfterSeconds };
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        const key = emailKey(ctx);
        if (!key) return;
        const { allowed } = await countAttempt(pool, key, perEmail, clock());
        if (!allowed) throw new APIError("TOO_MANY_REQUESTS", { code: "TOO_MANY_ATTEMPTS" });
      }),
      after: createAuthMiddleware(async (ctx) => {
        const key = emailKey(ctx);
        if (key && !(ctx.context.returned instanceof APIError)) await forgetAttempts(pool, key);
      }),
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: publicUrl?.startsWith("https:") ?? false,
      database: { generateId: false },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    logger: { log: (level, message) => log[level === "error" || level === "warn" ? level : "debug"](message) },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** Guesses at one person's password count together, wherever they come from. */
function emailKey(ctx: { path: string; body?: unknown }): string | undefined {
  const { email } = (ctx.body ?? {}) as { email?: unknown };
  if (ctx.path !== "/sign-in/email" || typeof email !== "string") return undefined;
  return `email:${hashToken(email.trim().toLowerCase())}`;
}
