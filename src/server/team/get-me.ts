import type { Me } from "#api/account.ts";
import { WorkspaceSettings } from "#api/settings.ts";
import { AppError } from "#domain/errors.ts";
import { type Permission, POLICY, type Rights, reachOf } from "#domain/policy.ts";
import type { PersonContext } from "#server/platform/context.ts";
import { findUser } from "#server/team/account-queries.ts";
import { bindTo, findMyWorkspaces } from "#server/team/membership-queries.ts";

/** Who is signed in; with a key, only the key's own workspace. */
export async function getMe(ctx: PersonContext): Promise<Me> {
  if (!ctx.caller) throw new AppError("sign_in_required");
  const { userId, workspaceId, sessionId } = ctx.caller;
  return ctx.pool.transaction().execute(async (db) => {
    await bindTo(db, { workspaceId: null, userId });
    const user = await findUser(db, userId);
    const mine = await findMyWorkspaces(db, userId);
    const chosen = mine.find((each) => each.workspaceId === workspaceId);
    const workspaces = sessionId || !chosen ? mine : [chosen];
    if (!chosen) return { user: userOf(user), workspaces, current: null };

    const settings = WorkspaceSettings.parse(chosen.settings);
    const rights = { role: chosen.role, repsSee: settings.repsSee, maskNumbers: settings.maskNumbers };
    const permissions = permissionsOf(rights);
    return {
      user: userOf(user),
      workspaces,
      current: {
        ...chosen,
        language: settings.language,
        permissions,
        numbersMasked: !permissions["numbers:reveal"],
      },
    };
  });
}

function userOf(user: Awaited<ReturnType<typeof findUser>>): Me["user"] {
  return { ...user, language: user.language as Me["user"]["language"] };
}

function permissionsOf(rights: Rights): NonNullable<Me["current"]>["permissions"] {
  const names = Object.keys(POLICY) as Permission[];
  const held = names.flatMap((name) => {
    const reach = reachOf(rights, name);
    return reach ? [[name, reach] as const] : [];
  });
  return Object.fromEntries(held);
}
