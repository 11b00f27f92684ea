import type { Attempt, ReportedOutcome, ReportOutcome } from "#api/attempts.ts";
import { AppError } from "#domain/errors.ts";
import { planTask } from "#server/call-queue/plan-task.ts";
import { closeTask, completeDueTasks } from "#server/call-queue/queries.ts";
import { readTasks } from "#server/call-queue/task-queries.ts";
import { readReach, readSuppressions } from "#server/compliance/permission-queries.ts";
import { endSuppressions } from "#server/compliance/queries.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { markPoint } from "#server/contacts/mark-point.ts";
import type { Context } from "#server/platform/context.ts";
import { insertTouchpoints } from "#server/touchpoints/insert-touchpoints.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";
import { retractTouchpointsOfAttempt } from "#server/touchpoints/retract-touchpoints.ts";

type Report = Pick<ReportOutcome, "outcome" | "note" | "callBack" | "meeting">;

/** In these the person spoke with us. A complaint or a stop was spoken too, and is no reason to call again. */
const conversations: readonly string[] = ["conversation", "call_back", "not_interested", "meeting_agreed"];
const summaryLengthMax = 2000;

export function isConversation(outcome: string | undefined): boolean {
  return outcome !== undefined && conversations.includes(outcome);
}

/** What an outcome changes beside the record: the history, the permissions, what is planned. Gives the task, if any. */
export async function applyOutcome(tx: Context, attempt: Attempt, report: Report): Promise<string | null> {
  const { outcome } = report;
  if (isConversation(outcome)) {
    await insertTouchpoints(tx, [conversationOf(attempt, report)]);
    await completeDueTasks(tx, attempt.contactId);
  }
  const taskId = await planAgreed(tx, attempt, report);
  if (outcome === "wrong_number") await markPoint(tx, attempt.pointId, "wrong");
  await recordNo(tx, attempt, outcome);
  await refreshStandings(tx, [attempt.contactId]);
  return taskId;
}

function conversationOf(attempt: Attempt, { note }: Report) {
  return {
    contactId: attempt.contactId,
    kind: "call_conversation",
    occurredAt: attempt.startedAt,
    verification: attempt.origin === "dialled" ? ("captured" as const) : ("claimed" as const),
    summary: note.slice(0, summaryLengthMax),
    evidence: { attempt: attempt.id },
    attemptId: attempt.id,
  };
}

async function planAgreed(tx: Context, attempt: Attempt, { outcome, callBack, meeting }: Report) {
  if (outcome === "call_back") {
    if (!callBack) throw new AppError("invalid_input", { callBack: "missing" });
    return planTask(tx, attempt, { kind: "callback", options: [callBack], title: callBack.title, agreed: true });
  }
  if (outcome === "meeting_agreed" && meeting) {
    const { title, durationMinutes } = meeting;
    return planTask(tx, attempt, { kind: "meeting", options: [meeting], title, durationMinutes, agreed: true });
  }
  return null;
}

const noOf = {
  do_not_contact: "do_not_call",
  complaint: "complaint",
  not_interested: "not_interested",
  wrong_number: "wrong_person",
} as const satisfies Partial<Record<ReportedOutcome, string>>;

/** "Do not contact" was mostly written during the call already; then it is not written again. */
async function recordNo(tx: Context, attempt: Attempt, outcome: ReportedOutcome): Promise<void> {
  if (!(outcome in noOf)) return;
  const kind = noOf[outcome as keyof typeof noOf];
  const { contactId, id: attemptId, phone, startedAt } = attempt;
  const known = await standingNoOf(tx, attempt);
  if (known.some((suppression) => suppression.kind === kind)) return;
  const point = kind === "wrong_person" ? { point: phone } : {};
  await recordSuppression(tx, { contactId, attemptId, kind, words: "", saidAt: startedAt, ...point });
}

async function standingNoOf(tx: Context, attempt: Attempt) {
  const { members } = await readReach(tx, attempt.contactId);
  const all = await readSuppressions(tx, { contactIds: members, points: [] });
  return all.filter(({ attemptId, ending }) => attemptId === attempt.id && ending === null);
}

/**
 * Takes back what an outcome had changed, because it was a mistake. What the person is said to have forbidden
 * stays: only compliance lifts a "do not contact" or a complaint.
 */
export async function takeBackOutcome(tx: Context, attempt: Attempt): Promise<void> {
  const { members } = await readReach(tx, attempt.contactId);
  await retractTouchpointsOfAttempt(tx, { attemptId: attempt.id, contactIds: members });
  const mistaken = (await standingNoOf(tx, attempt)).filter(({ kind }) =>
    ["not_interested", "wrong_person"].includes(kind),
  );
  await endSuppressions(
    tx,
    mistaken.map(({ id }) => id),
    "retracted",
    { because: "outcome corrected" },
  );
  if (attempt.outcome?.outcome === "wrong_number") await markPoint(tx, attempt.pointId, "active");
  for (const task of await readTasks(tx, { attemptId: attempt.id, state: "open", limit: 20 })) {
    await closeTask(tx, { id: task.id, state: "cancelled", because: "outcome corrected" });
  }
}
