import { z } from "zod";
import type { Import } from "#api/imports.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import { importViews } from "#server/imports/import-view.ts";
import type { Context } from "#server/platform/context.ts";
import { instantInCursor, readCursor, writeCursor } from "#server/platform/cursor.ts";

const Position = z.object({ createdAt: instantInCursor, id: z.uuid() });

/** Newest first: a rep's own, a manager's team's, everybody's for an admin. */
export async function listImports(
  tx: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: Import[]; nextCursor: string | null }> {
  const after = readCursor(Position, cursor);
  const stored = await tx.db
    .selectFrom("imports")
    .selectAll()
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where(await visibleContacts(tx, "imports:run", "imports.createdBy"))
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where("createdAt", "<", after?.createdAt ?? tx.now),
          where.and([where("createdAt", "=", after?.createdAt ?? tx.now), where("id", ">", after?.id ?? "")]),
        ]),
      ),
    )
    .orderBy("createdAt", "desc")
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const page = stored.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = stored.length > limit && last ? writeCursor({ createdAt: last.createdAt, id: last.id }) : null;
  return { items: await importViews(tx, page), nextCursor };
}
