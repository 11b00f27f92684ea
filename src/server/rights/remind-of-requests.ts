import { reminderOf } from "#domain/rights/clock.ts";
import { localDay } from "#domain/time.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { addEvent, readRequests } from "#server/rights/request-queries.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

const openMax = 10_000;

/**
 * Writes a reminder into the history of every open request whose last day comes near or has passed; each once, however
 * often it runs. Lists and the count beside Compliance show what is due.
 */
export async function remindOfRequests(ctx: Context): Promise<number> {
  return transaction(ctx, async (tx) => {
    const today = localDay(tx.now, (await loadWorkspace(tx)).timeZone);
    const open = await readRequests(tx, { state: "open", owners: "all", limit: openMax });
    let reminders = 0;
    for (const { id, answerBy, acknowledgeBy, acknowledgedAt } of open) {
      const answer = reminderOf(answerBy, today);
      const acknowledge = acknowledgeBy && !acknowledgedAt ? reminderOf(acknowledgeBy, today) : null;
      for (const reminder of [answer, acknowledge && `acknowledge_${acknowledge}`]) {
        if (!reminder) continue;
        await addEvent(tx, id, "reminded", { reminder });
        reminders += 1;
      }
    }
    return reminders;
  });
}
