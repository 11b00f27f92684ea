import { sql } from "kysely";
import { AppError } from "#domain/errors.ts";
import type { Db } from "#server/platform/context.ts";

export async function findTeams(db: Db, { limit, after }: { limit: number; after: [string, string] | undefined }) {
  return db
    .selectFrom("teams as t")
    .select(["t.id", "t.name"])
    .select(
      sql<number>`(select count(*)::int from memberships m
        where m.workspace_id = t.workspace_id and m.team_id = t.id and m.deactivated_at is null)`.as("members"),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(t.name, t.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy("t.name")
    .orderBy("t.id")
    .limit(limit + 1)
    .execute();
}

export async function requireTeam(db: Db, id: string): Promise<void> {
  const team = await db.selectFrom("teams").select("id").where("id", "=", id).executeTakeFirst();
  if (!team) throw new AppError("not_found", { team: id });
}

/** Undefined where a team of that name is there already. */
export async function insertTeam(db: Db, team: { workspaceId: string; name: string }): Promise<string | undefined> {
  const row = await db
    .insertInto("teams")
    .values(team)
    .onConflict((conflict) => conflict.columns(["workspaceId", "name"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function isTeamName(db: Db, name: string, except: string): Promise<boolean> {
  const row = await db
    .selectFrom("teams")
    .select("id")
    .where("name", "=", name)
    .where("id", "<>", except)
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateTeam(db: Db, id: string, name: string): Promise<void> {
  await db.updateTable("teams").set({ name }).where("id", "=", id).execute();
}

/** Its members, and those invited to it, then belong to none. */
export async function deleteTeamRow(db: Db, id: string): Promise<boolean> {
  await db.updateTable("memberships").set({ teamId: null }).where("teamId", "=", id).execute();
  await db.updateTable("invitations").set({ teamId: null }).where("teamId", "=", id).execute();
  const { numDeletedRows } = await db.deleteFrom("teams").where("id", "=", id).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
