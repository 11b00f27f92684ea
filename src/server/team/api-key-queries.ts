import type { Db } from "#server/platform/context.ts";

export async function insertApiKey(
  db: Db,
  key: {
    workspaceId: string;
    name: string;
    userId: string;
    keyHash: string;
    keyHint: string;
    createdAt: Date;
    createdBy: string;
  },
): Promise<string> {
  const row = await db.insertInto("apiKeys").values(key).returning("id").executeTakeFirstOrThrow();
  return row.id;
}

/** Those that still open something, the newest first. */
export async function findApiKeys(db: Db, { limit, before }: { limit: number; before: string | undefined }) {
  return db
    .selectFrom("apiKeys as k")
    .innerJoin("users as u", "u.id", "k.userId")
    .select(["k.id", "k.name", "k.userId", "u.name as memberName", "k.keyHint", "k.createdAt", "k.lastUsedAt"])
    .where("k.revokedAt", "is", null)
    .$if(before !== undefined, (query) => query.where("k.id", "<", before ?? ""))
    .orderBy("k.id", "desc")
    .limit(limit + 1)
    .execute();
}

export async function markKeyRevoked(db: Db, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("apiKeys")
    .set({ revokedAt: now })
    .where("id", "=", id)
    .where("revokedAt", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
