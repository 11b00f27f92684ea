import type { NextStep, PlanNextStep, ReportedCall } from "#api/attempts.ts";
import { AppError } from "#domain/errors.ts";
import { isConversation } from "#server/call-queue/outcome-effects.ts";
import { type Plan, planTask } from "#server/call-queue/plan-task.ts";
import { requireOwnAttempt } from "#server/call-queue/report-outcome.ts";
import { reportedCall } from "#server/call-queue/reported-call.ts";
import { readClosed } from "#server/compliance/permission-queries.ts";
import { lockPerson } from "#server/compliance/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** What follows a call, and who is next. Nothing can be planned with a person who has said no. */
export async function planNextStep(ctx: Context, { id, next }: PlanNextStep): Promise<ReportedCall> {
  return transaction(ctx, async (tx) => {
    const attempt = await requireOwnAttempt(tx, id);
    if (!attempt.outcome) throw new AppError("conflict", { attemptId: id, outcome: "missing" });
    if (next.step === "nothing") return reportedCall(tx, id, null);

    await lockPerson(tx, attempt.contactId);
    const [closed] = await readClosed(tx, [attempt.contactId]);
    if (closed) throw new AppError("call_not_allowed", { contactId: closed });
    const plan = planOf(next, isConversation(attempt.outcome.outcome));
    const taskId = await planTask(tx, attempt, plan);
    await refreshStandings(tx, [attempt.contactId]);
    return reportedCall(tx, id, taskId);
  });
}

/** A callback after a voicemail is our own plan; only what the person agreed to makes us expected. */
function planOf(next: Exclude<NextStep, { step: "nothing" }>, agreed: boolean): Plan {
  if (next.step === "meeting") {
    const { options, title, durationMinutes } = next;
    return { kind: "meeting", options, title, durationMinutes, agreed };
  }
  const { step: kind, local, timeZone, title } = next;
  return { kind, options: [{ local, timeZone }], title, agreed: agreed && kind === "callback" };
}
