import { sql } from "kysely";
import type { Role } from "#domain/policy.ts";
import type { Db } from "#server/platform/context.ts";

export async function insertInvitation(
  db: Db,
  invitation: {
    workspaceId: string;
    email: string;
    role: Role;
    teamId: string | null;
    tokenHash: string;
    invitedBy: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<string> {
  const row = await db.insertInto("invitations").values(invitation).returning("id").executeTakeFirstOrThrow();
  return row.id;
}

/** Those that can still be accepted, the newest first. */
export async function findOpenInvitations(
  db: Db,
  { limit, before, now }: { limit: number; before: string | undefined; now: Date },
) {
  const rows = await open(db, now)
    .$if(before !== undefined, (query) => query.where("id", "<", before ?? ""))
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** Locked, so that of two who accept at once the second finds it gone. */
export async function lockInvitation(db: Db, tokenHash: string, now: Date) {
  const row = await open(db, now).where("tokenHash", "=", tokenHash).forUpdate().executeTakeFirst();
  return row && { ...row, role: row.role as Role };
}

export async function findInvitation(db: Db, tokenHash: string, now: Date) {
  const row = await open(db, now).where("tokenHash", "=", tokenHash).executeTakeFirst();
  return row && { ...row, role: row.role as Role };
}

function open(db: Db, now: Date) {
  return db
    .selectFrom("invitations")
    .select(["id", "email", "role", "teamId", "createdAt", "expiresAt"])
    .where("workspaceId", "=", sql<string>`current_workspace_id()`)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", now);
}

export async function markAccepted(db: Db, id: string, userId: string, now: Date): Promise<void> {
  await db
    .updateTable("invitations")
    .set({ acceptedAt: now, acceptedBy: userId })
    .where("id", "=", id)
    .where("acceptedAt", "is", null)
    .execute();
}

/** By id, or all that one address still has. */
export async function markRevoked(db: Db, which: { id: string } | { email: string }, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("invitations")
    .set({ revokedAt: now })
    .$if("id" in which, (query) => query.where("id", "=", "id" in which ? which.id : ""))
    .$if("email" in which, (query) => query.where("email", "=", "email" in which ? which.email : ""))
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
