import type { Queue, QueueRow, QueueTab } from "#api/queue.ts";
import { AppError } from "#domain/errors.ts";
import { localTime } from "#domain/time.ts";
import { reasonSentence } from "#server/call-queue/messages/queue-sentences.ts";
import type { Whose } from "#server/call-queue/queue-scope.ts";
import { takeQueue } from "#server/call-queue/take-queue.ts";
import type { CommandResult, Terminal } from "#server/platform/command.ts";
import { type Context, openContext, transaction } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { findMemberByEmail } from "#server/team/membership-queries.ts";

const pageSize = 100;

type Wanted = { owner?: string | undefined; at?: Date | undefined; limit: number; tab: QueueTab; json: boolean };

/** The queue of one rep, or of everybody within reach, as text or as JSON. */
export async function printQueue(ctx: Context, wanted: Wanted, terminal: Terminal): Promise<CommandResult> {
  const then = openContext(ctx, ctx.actor, wanted.at ?? ctx.now);
  const { timeZone } = await loadWorkspace(then);
  const whose = await whoseQueue(then, wanted.owner);
  const { rows, counts } = await takeRows(then, whose, wanted);

  if (wanted.json) {
    terminal.out(JSON.stringify(rows.map((row) => jsonRow(row, timeZone))));
    return "ok";
  }
  for (const row of rows) terminal.out(textRow(row, timeZone));
  if (counts) {
    const { to_call, not_yet, held, done } = counts;
    const number = ({ count, more }: typeof held) => `${count}${more ? "+" : ""}`;
    terminal.say(
      `to call ${number(to_call)}, not yet ${number(not_yet)}, held by the gate ${number(held)}, done today ${number(done)}`,
    );
  }
  return "ok";
}

async function whoseQueue(ctx: Context, owner: string | undefined): Promise<Whose> {
  if (owner === undefined) return { of: "everybody" };
  return transaction(ctx, async (tx) => {
    const userId = await findMemberByEmail(tx.db, owner);
    if (!userId) throw new AppError("not_found", { owner });
    return { of: "rep", userId };
  });
}

async function takeRows(ctx: Context, whose: Whose, { tab, limit }: Wanted) {
  const rows: QueueRow[] = [];
  let counts: Queue["counts"] = null;
  let cursor: string | undefined;
  do {
    const page = await takeQueue(ctx, { whose, tab, limit: Math.min(pageSize, limit - rows.length), cursor });
    rows.push(...page.items);
    counts ??= page.counts;
    cursor = page.nextCursor ?? undefined;
  } while (cursor && rows.length < limit);
  return { rows, counts };
}

/** The shape that other programs rely on, with what has been added since behind it. */
function jsonRow(row: QueueRow, timeZone: string) {
  const { contact, temperature, heat, window, reason, touchpoint, decision, ...rest } = row;
  return {
    contact: { id: contact.id, name: contact.name, company: contact.company },
    temperature,
    heat,
    window,
    reason: reasonSentence(row, timeZone),
    touchpoint,
    decision,
    because: reason,
    section: rest.section,
    task: rest.taskId,
    ...(rest.notYet ? { notYet: rest.notYet } : {}),
    ...(rest.attempt ? { attempt: rest.attempt } : {}),
  };
}

function textRow(row: QueueRow, timeZone: string): string {
  const { contact, temperature, heat, window, decision } = row;
  const who = [contact.name, contact.company].filter(Boolean).join(", ");
  const closes = window.state === "in_window" && window.closesAt ? `closes ${moment(window.closesAt, timeZone)}` : null;
  const held = decision && decision.verdict !== "allow" ? `${decision.verdict}${heldBy(decision)}` : null;
  const later = row.notYet ? `from ${moment(row.notYet.at, timeZone)}` : null;
  const facts = [`${temperature} ${heat}`, closes, later, row.attempt?.outcome, reasonSentence(row, timeZone), held];
  return `${who}: ${facts.filter(Boolean).join("; ")}`;
}

function heldBy({ until, rules }: NonNullable<QueueRow["decision"]>): string {
  const reasons = rules.filter(({ effect }) => effect === "deny" || effect === "defer").map(({ reason }) => reason);
  return `${until ? ` until ${until}` : ""}: ${reasons.join(" ")}`;
}

function moment(at: Date, timeZone: string): string {
  const { day, clock } = localTime(at, timeZone);
  return `${day} ${clock}`;
}
