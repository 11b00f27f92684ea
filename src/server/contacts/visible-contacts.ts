import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Permission, Scope } from "#domain/policy.ts";
import { type Context, requireReach } from "#server/platform/context.ts";

/** How far a permission reaches for this actor now. Without a team, "team" is all for a manager and own for a rep. */
export async function contactReach(tx: Context, permission: Permission): Promise<Scope> {
  const reach = requireReach(tx, permission);
  if (reach !== "team" || tx.actor.teamId) return reach;
  return tx.actor.role === "rep" ? "own" : "all";
}

/**
 * The condition "owned by somebody within reach, or by nobody", on a column that holds an owner, such as
 * `contacts.owner_id` or its copy `standings.owner_id`. Give the column as it stands in the statement.
 */
export async function visibleContacts(
  tx: Context,
  permission: Permission,
  ownerColumn = "contacts.ownerId",
): Promise<RawBuilder<SqlBool>> {
  return ownersWithin(tx, await contactReach(tx, permission), ownerColumn);
}

/** The owners within reach by name, null for "nobody"; or all. For statements that read the index owner by owner. */
export async function ownersWithinReach(tx: Context, permission: Permission): Promise<(string | null)[] | "all"> {
  const { workspaceId, userId, teamId } = tx.actor;
  const reach = await contactReach(tx, permission);
  if (reach === "all") return "all";
  if (reach === "own") return [userId, null];
  const members = await tx.db
    .selectFrom("memberships")
    .select("userId")
    .where("workspaceId", "=", workspaceId)
    .where("teamId", "=", teamId)
    .execute();
  return [...members.map((member) => member.userId), null];
}

function ownersWithin({ actor }: Context, reach: Scope, ownerColumn: string): RawBuilder<SqlBool> {
  const owner = sql.ref(ownerColumn);
  switch (reach) {
    case "all":
      return sql<SqlBool>`true`;
    case "own":
      return sql<SqlBool>`(${owner} is null or ${owner} = ${actor.userId}::uuid)`;
    case "team":
      return sql<SqlBool>`(${owner} is null or ${owner} in (
        select user_id from memberships where workspace_id = ${actor.workspaceId}::uuid and team_id = ${actor.teamId}::uuid))`;
  }
}
