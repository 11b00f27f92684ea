import type { z } from "zod";
import type * as api from "#api/team.ts";
import { AppError } from "#domain/errors.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { lockAdmins, updateMember } from "#server/team/membership-queries.ts";
import { requireTeam } from "#server/team/team-queries.ts";

export async function changeMember(
  ctx: Context,
  { userId, role, teamId }: z.output<typeof api.changeMember.input>,
): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    if (role && role !== "admin") await keepAnAdmin(tx, userId);
    if (teamId) await requireTeam(tx.db, teamId);
    if (!(await updateMember(tx.db, userId, { role, teamId }))) throw new AppError("not_found", { member: userId });
    return {};
  });
}

/** A workspace without an admin could never get one again. */
export async function keepAnAdmin(tx: Context, leaving: string): Promise<void> {
  const admins = await lockAdmins(tx.db);
  if (admins.includes(leaving) && admins.length === 1) throw new AppError("conflict", { reason: "last_admin" });
}
