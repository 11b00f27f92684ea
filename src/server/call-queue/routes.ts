import * as api from "#api/attempts.ts";
import { getBrief as getBriefEndpoint } from "#api/brief.ts";
import { listQueue as listQueueEndpoint } from "#api/queue.ts";
import * as tasks from "#api/tasks.ts";
import { addTask } from "#server/call-queue/add-task.ts";
import { cancelTask } from "#server/call-queue/cancel-task.ts";
import { completeTask } from "#server/call-queue/complete-task.ts";
import { currentCall } from "#server/call-queue/current-call.ts";
import { getBrief } from "#server/call-queue/get-brief.ts";
import { listAttempts } from "#server/call-queue/list-attempts.ts";
import { listQueue } from "#server/call-queue/list-queue.ts";
import { listTasks } from "#server/call-queue/list-tasks.ts";
import { logCall } from "#server/call-queue/log-call.ts";
import { planNextStep } from "#server/call-queue/plan-next-step.ts";
import { releaseContact } from "#server/call-queue/release-contact.ts";
import { reportOutcome } from "#server/call-queue/report-outcome.ts";
import { rescheduleTask } from "#server/call-queue/reschedule-task.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { type Route, route } from "#server/platform/routing.ts";

export const callQueueRoutes: readonly Route[] = [
  route(listQueueEndpoint, "queue:read", listQueue),
  route(getBriefEndpoint, "contacts:read", getBrief),
  route(api.reserveContact, "calls:make", reserveContact),
  route(api.releaseContact, "calls:make", releaseContact),
  route(api.currentCall, "calls:make", currentCall),
  route(api.startCall, "calls:make", startCall),
  route(api.logCall, "calls:make", logCall),
  route(api.reportOutcome, "calls:make", reportOutcome),
  route(api.planNextStep, "calls:make", planNextStep),
  route(api.listAttempts, "contacts:read", listAttempts),
  route(tasks.listTasks, "calls:make", listTasks),
  route(tasks.addTask, "calls:make", addTask),
  route(tasks.completeTask, "calls:make", completeTask),
  route(tasks.rescheduleTask, "calls:make", rescheduleTask),
  route(tasks.cancelTask, "calls:make", cancelTask),
];
