import type { z } from "zod";
import type * as api from "#api/person-requests.ts";
import type { PersonRequestWithHistory } from "#api/person-requests.ts";
import { AppError } from "#domain/errors.ts";
import { isOpenTo, type RequestKind, type RequestState, type RequestStep } from "#domain/rights/request-kinds.ts";
import { localDay } from "#domain/time.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { lockRequest, moveRequest, type StoredRequest } from "#server/rights/request-queries.ts";
import { viewWithHistory } from "#server/rights/request-view.ts";
import { requirePerson } from "#server/rights/require-person.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

type Moved = Promise<PersonRequestWithHistory>;

/** Locks a request that is open to the step, lets the work be done, and shows what came of it. */
export async function withRequest(
  ctx: Context,
  { id, step }: { id: string; step: RequestStep },
  work: (tx: Context, request: StoredRequest, timeZone: string) => Promise<void>,
): Moved {
  return transaction(ctx, async (tx) => {
    const request = await lockRequest(tx, id);
    if (!request) throw new AppError("not_found", { requestId: id });
    const { kind, state } = request;
    if (!isOpenTo(step, { kind: kind as RequestKind, state: state as RequestState }))
      throw new AppError("request_step_closed", { step, state });
    const { timeZone } = await loadWorkspace(tx);
    await work(tx, request, timeZone);
    return viewWithHistory(tx, id, timeZone);
  });
}

export async function linkRequest(ctx: Context, { id, contactId }: z.output<typeof api.linkRequest.input>): Moved {
  return withRequest(ctx, { id, step: "refuse" }, async (tx, request) => {
    if (request.carriedOutAt) throw new AppError("request_step_closed", { step: "link", state: request.state });
    const linked = await requirePerson(tx, contactId, "rights:read");
    await moveRequest(tx, id, { event: "linked", contactId: linked });
  });
}

export async function acknowledgeRequest(ctx: Context, { id }: { id: string }): Moved {
  return withRequest(ctx, { id, step: "refuse" }, async (tx, request) => {
    if (request.acknowledgedAt) return;
    await moveRequest(tx, id, { event: "acknowledged", acknowledgedAt: tx.now });
  });
}

export async function checkIdentity(ctx: Context, { id, how }: z.output<typeof api.checkIdentity.input>): Moved {
  return withRequest(ctx, { id, step: "check_identity" }, async (tx) => {
    await moveRequest(tx, id, { event: "identity_checked", state: "identity_checked", details: { how } });
  });
}

export async function startRequest(ctx: Context, { id }: { id: string }): Moved {
  return withRequest(ctx, { id, step: "start" }, async (tx) => {
    await moveRequest(tx, id, { event: "started", state: "in_work" });
  });
}

/** Once, and only while the first period runs: the person must hear of it before that ends. */
export async function extendRequest(ctx: Context, input: z.output<typeof api.extendRequest.input>): Moved {
  const { id, reason, noticeSentAt } = input;
  return withRequest(ctx, { id, step: "extend" }, async (tx, request, timeZone) => {
    const noticeAt = noticeSentAt && noticeSentAt < tx.now ? noticeSentAt : tx.now;
    if (!request.extendableTo || request.extendedAt || localDay(noticeAt, timeZone) > request.answerBy)
      throw new AppError("request_step_closed", { step: "extend", state: request.state });
    await moveRequest(tx, id, {
      event: "extended",
      answerBy: request.extendableTo,
      extendedAt: noticeAt,
      details: { reason, from: request.answerBy, until: request.extendableTo },
    });
  });
}

export async function answerRequest(ctx: Context, { id, answer }: z.output<typeof api.answerRequest.input>): Moved {
  return withRequest(ctx, { id, step: "answer" }, async (tx, request) => {
    const mustBeDone = ["correction", "erasure", "objection", "restriction"].includes(request.kind);
    if (mustBeDone && !request.carriedOutAt)
      throw new AppError("request_step_closed", { step: "answer", state: request.state, reason: "not_carried_out" });
    const closing = { closedAt: tx.now, closedBy: tx.actor.userId };
    await moveRequest(tx, id, { event: "answered", state: "answered", answer, ...closing });
  });
}

export async function refuseRequest(ctx: Context, input: z.output<typeof api.refuseRequest.input>): Moved {
  const { id, reason, answer } = input;
  return withRequest(ctx, { id, step: "refuse" }, async (tx) => {
    const closing = { closedAt: tx.now, closedBy: tx.actor.userId };
    const details = { reason };
    await moveRequest(tx, id, { event: "refused", state: "refused", refusal: reason, answer, details, ...closing });
  });
}
