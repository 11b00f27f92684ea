import { findAttachments } from "#server/imports/file-queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { markClaimed } from "#server/touchpoints/mark-claimed.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** Marks what an import only claimed, batch by batch; what bears the mark already keeps it. */
export async function markImport(
  ctx: Context,
  { importId, mark }: { importId: string; mark: "confirmed" | "documented" },
): Promise<void> {
  const attachments = await transaction(ctx, (tx) => findAttachments(tx.db, [importId]));
  const details = mark === "documented" ? { attachments: attachments.map(({ id }) => id) } : {};
  for (;;) {
    const count = await transaction(ctx, async (tx) => {
      const marked = await markClaimed(tx, { importId, mark, details });
      await refreshStandings(tx, marked.contactIds);
      return marked.count;
    });
    if (count === 0) return;
  }
}
