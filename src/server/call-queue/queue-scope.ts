import { AppError } from "#domain/errors.ts";
import { localDay, startOfDay } from "#domain/time.ts";
import type { QueueScope } from "#server/call-queue/candidate-queries.ts";
import type { GateWorkspace } from "#server/compliance/gate-facts.ts";
import { ownersWithinReach } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";

/** Whose queue: one's own with what nobody owns; somebody else's; or everybody's within reach. */
export type Whose = { of: "me" } | { of: "rep"; userId: string } | { of: "everybody" };

export async function queueScope(tx: Context, { workspace }: GateWorkspace, whose: Whose): Promise<QueueScope> {
  const dayStart = startOfDay(localDay(tx.now, workspace.timeZone), workspace.timeZone);
  return { owners: await ownersOf(tx, whose), dayStart, allowCold: workspace.settings.allowCold };
}

async function ownersOf(tx: Context, whose: Whose): Promise<(string | null)[]> {
  const { userId } = tx.actor;
  if (whose.of === "me" || (whose.of === "rep" && whose.userId === userId)) return [userId, null];

  const colleagues = await colleaguesWithin(tx);
  if (whose.of === "everybody") return [...colleagues, null];
  if (!colleagues.includes(whose.userId)) throw new AppError("not_found", { ownerId: whose.userId });
  return [whose.userId];
}

async function colleaguesWithin(tx: Context): Promise<string[]> {
  const owners = await ownersWithinReach(tx, "queue:read");
  if (owners !== "all") return owners.filter((userId) => userId !== null);
  const { workspaceId } = tx.actor;
  const members = await tx.db
    .selectFrom("memberships")
    .select("userId")
    .where("workspaceId", "=", workspaceId)
    .execute();
  return members.map(({ userId }) => userId);
}
