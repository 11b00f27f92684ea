import type { z } from "zod";
import type * as api from "#api/team.ts";
import { type Context, type Db, transaction } from "#server/platform/context.ts";
import { pageById, readIdCursor } from "#server/team/pages.ts";

type Input = z.output<typeof api.listAccessLog.input>;

/** Who saw full numbers and who exported, the newest first. */
export async function listAccessLog(ctx: Context, input: Input): Promise<z.output<typeof api.listAccessLog.output>> {
  const before = readIdCursor(input.cursor);
  return transaction(ctx, async (tx) => pageById(await findEntries(tx.db, input, before), input.limit));
}

async function findEntries(db: Db, { limit, userId, contactId }: Input, before: string | undefined) {
  return db
    .selectFrom("accessLogs as l")
    .innerJoin("users as u", "u.id", "l.userId")
    .leftJoin("contacts as c", (join) =>
      join.onRef("c.workspaceId", "=", "l.workspaceId").onRef("c.id", "=", "l.contactId"),
    )
    .select(["l.id", "l.userId", "u.name as memberName", "l.action", "l.contactId", "c.fullName as contactName"])
    .select("l.happenedAt")
    .$if(userId !== undefined, (query) => query.where("l.userId", "=", userId ?? ""))
    .$if(contactId !== undefined, (query) => query.where("l.contactId", "=", contactId ?? ""))
    .$if(before !== undefined, (query) => query.where("l.id", "<", before ?? ""))
    .orderBy("l.id", "desc")
    .limit(limit + 1)
    .execute();
}
