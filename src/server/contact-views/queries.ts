import { sql } from "kysely";
import type { SavedView } from "#api/contact-views.ts";
import type { Db } from "#server/platform/context.ts";

export const ownViewsMax = 100;
const sharedViewsMax = 300;

type Stored = Omit<SavedView, "mine" | "query"> & { userId: string; query: unknown };
const columns = ["id", "name", "shared", "userId", "query"] as const;

/** A person's own views and those that others share, by name. */
export async function readViews(db: Db, userId: string): Promise<SavedView[]> {
  const own = await db
    .selectFrom("savedViews")
    .select(columns)
    .where("userId", "=", userId)
    .orderBy("name")
    .limit(ownViewsMax)
    .execute();
  const shared = await db
    .selectFrom("savedViews")
    .select(columns)
    .where("shared", "=", true)
    .where("userId", "<>", userId)
    .orderBy("name")
    .orderBy("id")
    .limit(sharedViewsMax)
    .execute();
  return [...own, ...shared].map((row) => viewOf(row, userId));
}

export async function countViews(db: Db, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom("savedViews")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("userId", "=", userId)
    .executeTakeFirstOrThrow();
  return count;
}

/** One's own view of that name is replaced. */
export async function upsertView(
  db: Db,
  view: {
    workspaceId: string;
    userId: string;
    name: string;
    shared: boolean;
    query: Record<string, string>;
    createdAt: Date;
  },
): Promise<SavedView> {
  const { shared, query } = view;
  const row = await db
    .insertInto("savedViews")
    .values({ ...view, query: JSON.stringify(query) })
    .onConflict((conflict) =>
      conflict.columns(["workspaceId", "userId", "name"]).doUpdateSet({ shared, query: JSON.stringify(query) }),
    )
    .returning(columns)
    .executeTakeFirstOrThrow();
  return viewOf(row, view.userId);
}

export async function isViewName(db: Db, view: { userId: string; name: string; except: string }): Promise<boolean> {
  const row = await db
    .selectFrom("savedViews")
    .select("id")
    .where("userId", "=", view.userId)
    .where("name", "=", view.name)
    .where("id", "<>", view.except)
    .executeTakeFirst();
  return row !== undefined;
}

/** Undefined where it is not one's own. */
export async function updateViewRow(
  db: Db,
  { id, userId }: { id: string; userId: string },
  changes: { name?: string; shared?: boolean },
): Promise<SavedView | undefined> {
  const row = await db
    .updateTable("savedViews")
    .set({ id, ...changes })
    .where("id", "=", id)
    .where("userId", "=", userId)
    .returning(columns)
    .executeTakeFirst();
  return row && viewOf(row, userId);
}

export async function deleteViewRow(db: Db, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("savedViews")
    .where("id", "=", id)
    .where("userId", "=", userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

function viewOf({ userId: owner, query, ...view }: Stored, userId: string): SavedView {
  return { ...view, mine: owner === userId, query: query as Record<string, string> };
}
