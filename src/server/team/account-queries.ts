import { sql } from "kysely";
import type { Language } from "#api/settings.ts";
import type { Db } from "#server/platform/context.ts";

/* People and how they sign in. These tables belong to a person, not to a workspace. */

export type User = { id: string; name: string; email: string };

export async function findUserByEmail(db: Db, email: string): Promise<User | undefined> {
  return db.selectFrom("users").select(["id", "name", "email"]).where("email", "=", email).executeTakeFirst();
}

export async function findUser(db: Db, id: string) {
  return db
    .selectFrom("users")
    .select(["id", "name", "email", "language", "twoFactorEnabled"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

/** Null where somebody has been faster with the same address. */
export async function insertUser(
  db: Db,
  user: { name: string; email: string; language?: Language | undefined },
): Promise<string | null> {
  const row = await db
    .insertInto("users")
    .values({ name: user.name, email: user.email, language: user.language ?? null })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function updateUser(
  db: Db,
  userId: string,
  changes: { name?: string | undefined; language?: Language | null | undefined },
  now: Date,
): Promise<void> {
  const { name, language } = changes;
  await db
    .updateTable("users")
    .set({ updatedAt: now, ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }) })
    .where("id", "=", userId)
    .execute();
}

/** The sign-in library's row for a password: its provider is "credential", its account the person. */
export async function savePassword(db: Db, userId: string, password: string, now: Date): Promise<void> {
  await db
    .insertInto("credentials")
    .values({ providerId: "credential", accountId: userId, userId, password, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.columns(["providerId", "accountId"]).doUpdateSet({ password, updatedAt: now }))
    .execute();
}

export async function clearSecondFactor(db: Db, userId: string): Promise<void> {
  await db.deleteFrom("twoFactors").where("userId", "=", userId).execute();
  await db.updateTable("users").set({ twoFactorEnabled: false }).where("id", "=", userId).execute();
}

const sessionsMax = 100;

export async function findSessions(db: Db, userId: string, now: Date) {
  return db
    .selectFrom("sessions")
    .select(["id", "userAgent", "ipAddress as address", "createdAt", "expiresAt"])
    .where("userId", "=", userId)
    .where("expiresAt", ">", now)
    .orderBy("createdAt", "desc")
    .limit(sessionsMax)
    .execute();
}

export async function deleteSession(db: Db, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("sessions")
    .where("userId", "=", userId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Also what a browser that is trusted for the second factor holds. */
export async function deleteSessionsOf(db: Db, userId: string): Promise<void> {
  await db.deleteFrom("sessions").where("userId", "=", userId).execute();
  await db.deleteFrom("verifications").where("value", "=", userId).execute();
}

export async function setSessionWorkspace(db: Db, sessionId: string, workspaceId: string): Promise<void> {
  await db.updateTable("sessions").set({ workspaceId }).where("id", "=", sessionId).execute();
}

/** What a link may do, kept under the hash of its token until it is used or expires. */
export async function insertLink(
  db: Db,
  link: { purpose: "password" | "setup"; hash: string; value: string; expiresAt: Date },
): Promise<void> {
  const { purpose, hash, value, expiresAt } = link;
  await db
    .insertInto("verifications")
    .values({ identifier: `${purpose}-link:${hash}`, value, expiresAt })
    .execute();
}

export async function findLink(db: Db, purpose: "password" | "setup", hash: string, now: Date) {
  const row = await db
    .selectFrom("verifications")
    .select("value")
    .where("identifier", "=", `${purpose}-link:${hash}`)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  return row?.value;
}

/** Deletes as it reads: of two who use one link at once, one gets it. */
export async function takeLink(db: Db, purpose: "password" | "setup", hash: string, now: Date) {
  const row = await db
    .deleteFrom("verifications")
    .where("identifier", "=", `${purpose}-link:${hash}`)
    .where("expiresAt", ">", now)
    .returning("value")
    .executeTakeFirst();
  return row?.value;
}

export async function deleteSetupLinks(db: Db): Promise<void> {
  await db.deleteFrom("verifications").where("identifier", "like", "setup-link:%").execute();
}

export async function deletePasswordLinksOf(db: Db, userId: string): Promise<void> {
  await db
    .deleteFrom("verifications")
    .where("identifier", "like", "password-link:%")
    .where(sql<boolean>`value::jsonb ->> 'userId' = ${userId}`)
    .execute();
}

/** What nobody can use any more. */
export async function deleteExpired(db: Db, now: Date, attemptsBefore: Date): Promise<void> {
  await db.deleteFrom("sessions").where("expiresAt", "<", now).execute();
  await db.deleteFrom("verifications").where("expiresAt", "<", now).execute();
  await db.deleteFrom("rateLimits").where("windowStartedAt", "<", attemptsBefore).execute();
}
