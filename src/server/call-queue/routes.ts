import * as api from "#api/attempts.ts";
import { listQueue as listQueueEndpoint } from "#api/queue.ts";
import { currentCall } from "#server/call-queue/current-call.ts";
import { listQueue } from "#server/call-queue/list-queue.ts";
import { releaseContact } from "#server/call-queue/release-contact.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { type Route, route } from "#server/platform/routing.ts";

export const callQueueRoutes: readonly Route[] = [
  route(listQueueEndpoint, "queue:read", listQueue),
  route(api.reserveContact, "calls:make", reserveContact),
  route(api.releaseContact, "calls:make", releaseContact),
  route(api.currentCall, "calls:make", currentCall),
  route(api.startCall, "calls:make", startCall),
];
