import { z } from "zod";
import type { BoundedCount, Queue, QueueRow, QueueTab } from "#api/queue.ts";
import { hoursAfter } from "#domain/time.ts";
import { type Candidate, type QueueScope, readCandidates } from "#server/call-queue/candidate-queries.ts";
import { countDay, readDone, readLater } from "#server/call-queue/day-queries.ts";
import { queueRow } from "#server/call-queue/queue-row.ts";
import { queueScope, type Whose } from "#server/call-queue/queue-scope.ts";
import { readRowFacts, readRowTasks } from "#server/call-queue/row-queries.ts";
import { readPeopleToCall } from "#server/compliance/gate-fact-queries.ts";
import { type GateWorkspace, type PersonFacts, withGateFacts } from "#server/compliance/gate-facts.ts";
import { loadGateWorkspace } from "#server/compliance/load-gate-workspace.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { instantInCursor, readCursor, writeCursor } from "#server/platform/cursor.ts";
import { planOnce } from "#server/platform/kept-statements.ts";
import { readStandings, type StoredStanding } from "#server/touchpoints/read-standings.ts";

/** Whom the gate holds is missing on the page; of a short one so many are looked at, lest nobody be left. */
const lookedAtMin = 10;
const countMax = 50;
const closingSoonHours = 4;

export type TakeQueue = { whose: Whose; tab: QueueTab; limit: number; cursor?: string | undefined };

/** Who comes next, each with the gate's answer as of now. Nothing is written down: dialling asks the gate again. */
export async function takeQueue(ctx: Context, input: TakeQueue): Promise<Queue> {
  return transaction(ctx, async (tx) => {
    const [, workspace] = await Promise.all([planOnce(tx), loadGateWorkspace(tx)]);
    const scope = await queueScope(tx, workspace, input.whose);
    const isFirst = input.cursor === undefined;
    const isScanned = input.tab === "to_call" || input.tab === "held";
    const scanned = { limit: Math.max(input.limit, lookedAtMin), cursor: isScanned ? input.cursor : undefined };
    const [scan, day] = await Promise.all([
      isScanned || isFirst ? scanQueue(tx, workspace, scope, scanned) : noScan,
      isFirst ? countDay(tx, scope, countMax + 1) : null,
    ]);
    const page = isScanned ? pageOfScan(scan, input) : await pageOfDay(tx, workspace, scope, input);
    const head = day ? headOf(scan, day, tx.now) : { counts: null, summary: null };
    return { tab: input.tab, at: tx.now, ...page, ...head };
  });
}

type Scanned = { candidate: Candidate; row: QueueRow | undefined };

/** `isCut`: more people may come after these. */
type Scan = { scanned: Scanned[]; isCut: boolean };

const noScan: Scan = { scanned: [], isCut: false };

const ScanCursor = z.object({ rank: z.number().int(), key: z.string().max(40), contactId: z.uuid() });

async function scanQueue(
  tx: Context,
  workspace: GateWorkspace,
  scope: QueueScope,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<Scan> {
  const candidates = await readCandidates(tx, scope, { after: readCursor(ScanCursor, cursor), limit });
  const rows = await rowsOf(tx, workspace, candidates, scope.dayStart);
  const scanned = candidates.map((candidate, index) => ({ candidate, row: rows[index] }));
  return { scanned, isCut: scanned.length === limit };
}

/** A candidate brings the standing with it; of others it is read. */
type Wanted = Candidate | { contactId: string; taskId: string | null };

/** In the order asked for; undefined for a contact that is no longer there, or was called since `dayStart` under a name since merged. */
async function rowsOf(
  tx: Context,
  workspace: GateWorkspace,
  wanted: readonly Wanted[],
  dayStart?: Date,
): Promise<(QueueRow | undefined)[]> {
  const ids = [...new Set(wanted.map(({ contactId }) => contactId))];
  const taskIds = wanted.flatMap(({ taskId }) => taskId ?? []);
  const [people, rows, tasks] = await Promise.all([
    readPeopleToCall(tx, ids),
    standingsOf(tx, wanted, ids).then((standings) => readRowFacts(tx, standings)),
    readRowTasks(tx, taskIds),
  ]);
  const facts = await withGateFacts(tx, workspace, people);
  const at = { now: tx.now, userId: tx.actor.userId };
  return wanted.map((each) => {
    const { contactId, taskId } = each;
    const known = facts.get(contactId);
    if (!known) return undefined;
    const task = taskId ? tasks.get(taskId) : undefined;
    const touchedAt = (task ? task.dueAt : rows.get(contactId)?.lastTouchAt) ?? dayStart;
    if (dayStart && touchedAt && wasCalledSince(known, touchedAt > dayStart ? touchedAt : dayStart)) return undefined;
    const row = rows.get(contactId);
    return queueRow(workspace, { ...known, row, task }, "rank" in each ? { ...at, rank: each.rank } : at);
  });
}

async function standingsOf(tx: Context, wanted: readonly Wanted[], ids: readonly string[]): Promise<StoredStanding[]> {
  const brought = new Map(wanted.flatMap((each) => ("rank" in each ? [[each.contactId, each]] : [])));
  const missing = ids.filter((id) => !brought.has(id));
  const read = missing.length > 0 ? await readStandings(tx, missing) : [];
  return [...brought.values(), ...read.values()];
}

/** The candidates' own statement looks at their own calls; those of the people merged into them are among the gate's facts. */
function wasCalledSince({ facts }: PersonFacts, since: Date): boolean {
  return facts.some(({ fact, data }) => fact === "attempt" && new Date(data.at) >= since);
}

/** Whom the gate allows is called; whom it does not is held. A person without a number that may be tried is neither. */
function belongsTo({ row }: Scanned): "to_call" | "held" | undefined {
  if (!row?.decision) return undefined;
  return row.decision.verdict === "allow" ? "to_call" : "held";
}

function pageOfScan({ scanned: scan, isCut }: Scan, { tab, limit }: TakeQueue): Pick<Queue, "items" | "nextCursor"> {
  const items: QueueRow[] = [];
  for (const [index, scanned] of scan.entries()) {
    if (belongsTo(scanned) !== tab || !scanned.row) continue;
    items.push(scanned.row);
    const isLast = index === scan.length - 1 && !isCut;
    if (items.length === limit && !isLast) return { items, nextCursor: cursorAt(scanned) };
  }
  const last = scan.at(-1);
  return { items, nextCursor: last && isCut ? cursorAt(last) : null };
}

function cursorAt({ candidate: { rank, key, contactId } }: Scanned): string {
  return writeCursor({ rank, key, contactId });
}

function headOf(
  { scanned: scan, isCut }: Scan,
  { later, done }: { later: number; done: number },
  now: Date,
): Pick<Queue, "counts" | "summary"> {
  const open = scan.filter((scanned) => belongsTo(scanned) === "to_call").flatMap(({ row }) => row ?? []);
  const held = scan.filter((scanned) => belongsTo(scanned) === "held").length;
  const soon = hoursAfter(now, closingSoonHours);
  return {
    counts: {
      to_call: bounded(open.length, isCut),
      not_yet: bounded(later),
      held: bounded(held, isCut),
      done: bounded(done),
    },
    summary: {
      expecting: open.filter(({ section }) => section === "expects_you").length,
      closingSoon: open.filter(
        ({ window }) => window.state === "in_window" && window.closesAt && window.closesAt <= soon,
      ).length,
    },
  };
}

function bounded(count: number, isCut = false): BoundedCount {
  return { count: Math.min(count, countMax), more: isCut || count > countMax };
}

const LaterCursor = z.object({ at: instantInCursor, contactId: z.uuid() });
const DoneCursor = z.object({ startedAt: instantInCursor, id: z.uuid() });

async function pageOfDay(
  tx: Context,
  workspace: GateWorkspace,
  scope: QueueScope,
  { tab, limit, cursor }: TakeQueue,
): Promise<Pick<Queue, "items" | "nextCursor">> {
  return tab === "done"
    ? pageOfDone(tx, workspace, scope, { limit, after: readCursor(DoneCursor, cursor) })
    : pageOfLater(tx, workspace, scope, { limit, after: readCursor(LaterCursor, cursor) });
}

async function pageOfLater(
  tx: Context,
  workspace: GateWorkspace,
  scope: QueueScope,
  page: { limit: number; after: z.output<typeof LaterCursor> | undefined },
): Promise<Pick<Queue, "items" | "nextCursor">> {
  const later = await readLater(tx, scope, page);
  const rows = await rowsOf(tx, workspace, later);
  const items = later.flatMap(({ at, taskId }, index): QueueRow[] => {
    const row = rows[index];
    return row ? [{ ...row, notYet: { code: taskId ? "agreed_later" : "window_opens", at } }] : [];
  });
  const last = later.at(-1);
  return {
    items,
    nextCursor: last && later.length === page.limit ? writeCursor({ at: last.at, contactId: last.contactId }) : null,
  };
}

async function pageOfDone(
  tx: Context,
  workspace: GateWorkspace,
  scope: QueueScope,
  page: { limit: number; after: z.output<typeof DoneCursor> | undefined },
): Promise<Pick<Queue, "items" | "nextCursor">> {
  const done = await readDone(tx, scope, page);
  const rows = await rowsOf(
    tx,
    workspace,
    done.map(({ contactId }) => ({ contactId, taskId: null })),
  );
  const items = done.flatMap(({ id, startedAt, outcome, note }, index): QueueRow[] => {
    const row = rows[index];
    return row ? [{ ...row, decision: null, attempt: { id, startedAt, outcome, note } }] : [];
  });
  const last = done.at(-1);
  return {
    items,
    nextCursor: last && done.length === page.limit ? writeCursor({ startedAt: last.startedAt, id: last.id }) : null,
  };
}
