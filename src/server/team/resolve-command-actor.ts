import { RepRules } from "#api/settings.ts";
import { AppError } from "#domain/errors.ts";
import type { Role } from "#domain/policy.ts";
import { type Actor, type Door, openContext, theProgram, transaction } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { findFirstAdmin, findMember, findMemberByEmail, findWorkspaces } from "#server/team/membership-queries.ts";

/** As whom a command acts: in the only workspace or the one named, as its first admin or the member named. */
export async function resolveCommandActor(
  door: Door,
  { workspace, member: email }: { workspace: string | undefined; member: string | undefined },
  now: Date,
): Promise<Actor> {
  const { workspaceId } = await onlyOrNamed(door, workspace);
  return transaction(openContext(door, theProgram(workspaceId), now), async (tx) => {
    const userId = email ? await findMemberByEmail(tx.db, email.toLowerCase()) : await findFirstAdmin(tx.db);
    const member = userId ? await findMember(tx.db, userId) : undefined;
    if (!member || member.deactivatedAt) throw new AppError("not_found", { member: email ?? "an admin" });
    const { settings } = await loadWorkspace(tx);
    const { role, teamId } = member;
    return { userId: member.userId, workspaceId, role: role as Role, teamId, ...RepRules.parse(settings) };
  });
}

async function onlyOrNamed(door: Door, slug: string | undefined): Promise<{ workspaceId: string }> {
  const all = await findWorkspaces(door.pool);
  const slugs = all.map((each) => each.slug);
  const found = slug === undefined && all.length === 1 ? all[0] : all.find((each) => each.slug === slug);
  if (found) return found;
  if (all.length === 0) throw new AppError("workspace_required", { reason: "none yet: warmline setup makes one" });
  if (slug === undefined) throw new AppError("workspace_required", { reason: "say which: --workspace SLUG", slugs });
  throw new AppError("not_found", { workspace: slug, slugs });
}
