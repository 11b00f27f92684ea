import type { z } from "zod";
import type { SavedView, saveView as saveViewEndpoint } from "#api/contact-views.ts";
import { AppError } from "#domain/errors.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

const viewsMax = 200;

export async function listViews(ctx: Context): Promise<{ items: SavedView[] }> {
  return transaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom("savedViews")
      .select(["id", "userId", "name", "shared", "query"])
      .where("workspaceId", "=", tx.actor.workspaceId)
      .where((eb) => eb.or([eb("userId", "=", requireUser(tx)), eb("shared", "=", true)]))
      .orderBy("name")
      .orderBy("id")
      .limit(viewsMax)
      .execute();
    return { items: rows.map((row) => shown(tx, row)) };
  });
}

/** Keeps a view under its name; saved again under the same name it is replaced. */
export async function saveView(ctx: Context, input: z.output<typeof saveViewEndpoint.input>): Promise<SavedView> {
  return transaction(ctx, async (tx) => {
    const userId = requireUser(tx);
    const query = JSON.stringify(input.query);
    const { name, shared } = input;
    const row = await tx.db
      .insertInto("savedViews")
      .values({ workspaceId: tx.actor.workspaceId, userId, name, shared, query, createdAt: tx.now })
      .onConflict((conflict) => conflict.columns(["workspaceId", "userId", "name"]).doUpdateSet({ shared, query }))
      .returning(["id", "userId", "name", "shared", "query"])
      .executeTakeFirstOrThrow();
    return shown(tx, row);
  });
}

export async function deleteView(ctx: Context, { id }: { id: string }): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    const result = await tx.db
      .deleteFrom("savedViews")
      .where("workspaceId", "=", tx.actor.workspaceId)
      .where("userId", "=", requireUser(tx))
      .where("id", "=", id)
      .executeTakeFirst();
    if (result.numDeletedRows === 0n) throw new AppError("not_found", { viewId: id });
    return {};
  });
}

type Stored = { id: string; userId: string; name: string; shared: boolean; query: unknown };

function shown({ actor }: Context, { id, userId, name, shared, query }: Stored): SavedView {
  return { id, name, shared, mine: userId === actor.userId, query: query as Record<string, string> };
}
