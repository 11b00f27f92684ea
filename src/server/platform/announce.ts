import { sql } from "kysely";
import type { Notice } from "#api/notices.ts";
import type { Context } from "#server/platform/context.ts";

export const noticesChannel = "warmline_notices";

/** A notification holds 8,000 bytes; so many keys fit well. */
const idsMax = 150;

/** Tells every open screen of the workspace, in every process, when and only if the transaction is committed. */
export async function announcePeople(tx: Context, contactIds: readonly string[]): Promise<void> {
  if (contactIds.length === 0) return;
  const ids = contactIds.length > idsMax ? null : [...new Set(contactIds)];
  const notice: Notice = { topic: "people_changed", contactIds: ids };
  const payload = JSON.stringify({ workspaceId: tx.actor.workspaceId, notice });
  await sql`select pg_notify(${noticesChannel}, ${payload})`.execute(tx.db);
}
