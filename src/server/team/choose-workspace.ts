import { AppError } from "#domain/errors.ts";
import type { PersonContext } from "#server/platform/context.ts";
import { setSessionWorkspace } from "#server/team/account-queries.ts";
import { bindTo, findMyWorkspaces } from "#server/team/membership-queries.ts";
import { requireSession } from "#server/team/require-session.ts";

/** For this session: another browser of the same person may work elsewhere. */
export async function chooseWorkspace(ctx: PersonContext, { slug }: { slug: string }): Promise<Record<string, never>> {
  const { userId, sessionId } = requireSession(ctx);
  return ctx.pool.transaction().execute(async (db) => {
    await bindTo(db, { workspaceId: null, userId });
    const mine = await findMyWorkspaces(db, userId);
    const chosen = mine.find((each) => each.slug === slug);
    if (!chosen) throw new AppError("not_found", { workspace: slug });
    await setSessionWorkspace(db, sessionId, chosen.workspaceId);
    return {};
  });
}
