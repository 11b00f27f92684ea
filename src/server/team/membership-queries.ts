import { sql } from "kysely";
import type { Role } from "#domain/policy.ts";
import type { Db } from "#server/platform/context.ts";

/* Workspaces and who belongs to them. */

export async function countWorkspaces(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from find_workspaces()`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function findWorkspaces(db: Db): Promise<{ workspaceId: string; slug: string; name: string }[]> {
  const { rows } = await sql<{ workspaceId: string; slug: string; name: string }>`
    select * from find_workspaces()`.execute(db);
  return rows;
}

/** Whoever creates a workspace waits here for whoever else does, so that "only while none exists" holds. */
export async function lockWorkspaces(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('workspaces', 0))`.execute(db);
}

/** Without a workspace a person sees which ones there are for her, and nothing in them. */
export async function bindTo(db: Db, { workspaceId, userId }: { workspaceId: string | null; userId: string | null }) {
  await sql`select set_config('app.workspace_id', ${workspaceId ?? ""}, true),
    set_config('app.user_id', ${userId ?? ""}, true)`.execute(db);
}

/** The transaction must be bound to the new workspace already. */
export async function insertWorkspace(
  db: Db,
  workspace: {
    workspaceId: string;
    slug: string;
    name: string;
    preset: string;
    country: string | null;
    timeZone: string;
    settings: Record<string, unknown>;
    createdAt: Date;
  },
): Promise<void> {
  await db
    .insertInto("workspaces")
    .values({ ...workspace, settings: JSON.stringify(workspace.settings) })
    .execute();
}

export async function findMyWorkspaces(db: Db, userId: string) {
  const rows = await db
    .selectFrom("memberships as m")
    .innerJoin("workspaces as w", "w.workspaceId", "m.workspaceId")
    .select(["w.workspaceId", "w.slug", "w.name", "w.settings", "w.timeZone", "m.role", "m.teamId"])
    .where("m.userId", "=", userId)
    .where("m.deactivatedAt", "is", null)
    .orderBy("w.name")
    .limit(workspacesMax)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

const workspacesMax = 200;

export async function findFirstAdmin(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom("memberships")
    .select("userId")
    .where("role", "=", "admin")
    .where("deactivatedAt", "is", null)
    .orderBy("createdAt")
    .orderBy("userId")
    .executeTakeFirst();
  return row?.userId;
}

export async function insertMembership(
  db: Db,
  member: { workspaceId: string; userId: string; role: Role; teamId: string | null; createdAt: Date },
): Promise<void> {
  await db
    .insertInto("memberships")
    .values(member)
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "userId"])
        .doUpdateSet({ role: member.role, teamId: member.teamId, deactivatedAt: null }),
    )
    .execute();
}

/** In the order of names; `after` is where the last page ended. */
export async function findMembers(
  db: Db,
  page: { limit: number; after: [string, string] | undefined; deactivated: boolean },
) {
  const rows = await db
    .selectFrom("memberships as m")
    .innerJoin("users as u", "u.id", "m.userId")
    .select(["m.userId", "u.name", "u.email", "m.role", "m.teamId", "u.twoFactorEnabled", "m.createdAt"])
    .select("m.deactivatedAt")
    .where("m.deactivatedAt", page.deactivated ? "is not" : "is", null)
    .$if(page.after !== undefined, (query) =>
      query.where(sql<boolean>`(u.name, u.id) > (${page.after?.[0]}, ${page.after?.[1]}::uuid)`),
    )
    .orderBy("u.name")
    .orderBy("u.id")
    .limit(page.limit + 1)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

export async function findMember(db: Db, userId: string) {
  return db
    .selectFrom("memberships as m")
    .innerJoin("users as u", "u.id", "m.userId")
    .select(["m.userId", "m.role", "m.teamId", "m.deactivatedAt", "u.name", "u.email"])
    .where("m.userId", "=", userId)
    .executeTakeFirst();
}

export async function findMemberByEmail(db: Db, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("memberships as m")
    .innerJoin("users as u", "u.id", "m.userId")
    .select("m.userId")
    .where("u.email", "=", email)
    .executeTakeFirst();
  return row?.userId;
}

/** Locks the admins, so that of two who leave at once the second sees that the first is gone. */
export async function lockAdmins(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("memberships")
    .select("userId")
    .where("role", "=", "admin")
    .where("deactivatedAt", "is", null)
    .orderBy("userId")
    .forUpdate()
    .execute();
  return rows.map(({ userId }) => userId);
}

export async function updateMember(
  db: Db,
  userId: string,
  changes: { role?: Role | undefined; teamId?: string | null | undefined; deactivatedAt?: Date | null },
): Promise<boolean> {
  const { role, teamId, deactivatedAt } = changes;
  const { numUpdatedRows } = await db
    .updateTable("memberships")
    .set({
      userId,
      ...(role === undefined ? {} : { role }),
      ...(teamId === undefined ? {} : { teamId }),
      ...(deactivatedAt === undefined ? {} : { deactivatedAt }),
    })
    .where("userId", "=", userId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function belongsElsewhere(db: Db, userId: string, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ elsewhere: boolean }>`
    select belongs_elsewhere(${userId}, ${workspaceId}) as elsewhere`.execute(db);
  return rows[0]?.elsewhere ?? false;
}

/** Two who change settings at once would otherwise undo each other's. */
export async function lockWorkspace(db: Db, workspaceId: string): Promise<void> {
  await db.selectFrom("workspaces").select("workspaceId").where("workspaceId", "=", workspaceId).forUpdate().execute();
}

export async function updateWorkspace(
  db: Db,
  workspaceId: string,
  { settings, ...columns }: { settings: unknown; name?: string; preset?: string; timeZone?: string },
): Promise<void> {
  await db
    .updateTable("workspaces")
    .set({ ...columns, settings: JSON.stringify(settings) })
    .where("workspaceId", "=", workspaceId)
    .execute();
}
