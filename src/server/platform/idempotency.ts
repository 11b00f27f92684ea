import { createHash } from "node:crypto";
import { AppError } from "#domain/errors.ts";
import { hourMs } from "#domain/time.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

/**
 * Answers a repeated request with the first one's answer. The key is written in the transaction of the work, so a
 * second request waits for the first, and a refused one leaves the key free. An answer that opens doors is not kept;
 * one that holds only as of its moment, such as a permit, is asked for anew.
 */
export async function once(
  tx: Context,
  { key, request, isSecret, isAnew }: { key: string; request: string; isSecret: boolean; isAnew: boolean },
  run: () => Promise<Response>,
): Promise<Response> {
  const mine = keyOf(tx, key);
  const requestHash = hashOf(request);
  if (!(await claim(tx, mine, requestHash))) {
    if (isAnew) await refuseOther(tx, mine, requestHash);
    return isAnew ? run() : repeat(tx, mine, requestHash, "answered_once");
  }

  const answer = await run();
  if (!isSecret && !isAnew) await keep(tx, mine, answer);
  return answer;
}

/**
 * The same for work that opens its own transactions. The key is committed before it, so a second request meanwhile is
 * told so rather than made to wait; a refusal frees the key, and what a crash left is free again after an hour.
 */
export async function onceForLongWork(
  ctx: Context,
  { key, request }: { key: string; request: string },
  run: (ctx: Context) => Promise<Response>,
): Promise<Response> {
  const mine = keyOf(ctx, key);
  const requestHash = hashOf(request);
  const first = await transaction(ctx, async (tx) => {
    await forgetAbandoned(tx, mine);
    if (await claim(tx, mine, requestHash)) return undefined;
    return repeat(tx, mine, requestHash, "request_in_progress");
  });
  if (first) return first;

  try {
    const answer = await run(ctx);
    await transaction(ctx, (tx) => keep(tx, mine, answer));
    return answer;
  } catch (error) {
    await transaction(ctx, (tx) => free(tx, mine));
    throw error;
  }
}

/** Nobody repeats a request after a day. */
export async function forgetOldKeys(tx: Context): Promise<void> {
  const before = new Date(tx.now.getTime() - keptHours * hourMs);
  await tx.db.deleteFrom("idempotencyKeys").where("createdAt", "<", before).execute();
}

type Key = { workspaceId: string; userId: string; key: string };

const keptHours = 24;
const longWorkHoursMax = 1;

function keyOf(ctx: Context, key: string): Key {
  return { workspaceId: ctx.actor.workspaceId, userId: requireUser(ctx), key };
}

function hashOf(request: string): string {
  return createHash("sha256").update(request).digest("hex");
}

async function claim(tx: Context, mine: Key, requestHash: string): Promise<boolean> {
  const inserted = await tx.db
    .insertInto("idempotencyKeys")
    .values({ ...mine, requestHash, createdAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  return inserted !== undefined;
}

async function keep(tx: Context, mine: Key, answer: Response): Promise<void> {
  const body: unknown = await answer.clone().json();
  await tx.db
    .updateTable("idempotencyKeys")
    .set({ response: JSON.stringify({ status: answer.status, body }) })
    .where("workspaceId", "=", mine.workspaceId)
    .where("userId", "=", mine.userId)
    .where("key", "=", mine.key)
    .execute();
}

async function free(tx: Context, mine: Key): Promise<void> {
  await tx.db
    .deleteFrom("idempotencyKeys")
    .where("workspaceId", "=", mine.workspaceId)
    .where("userId", "=", mine.userId)
    .where("key", "=", mine.key)
    .where("response", "is", null)
    .execute();
}

async function forgetAbandoned(tx: Context, mine: Key): Promise<void> {
  await tx.db
    .deleteFrom("idempotencyKeys")
    .where("workspaceId", "=", mine.workspaceId)
    .where("userId", "=", mine.userId)
    .where("key", "=", mine.key)
    .where("response", "is", null)
    .where("createdAt", "<", new Date(tx.now.getTime() - longWorkHoursMax * hourMs))
    .execute();
}

async function refuseOther(tx: Context, mine: Key, requestHash: string): Promise<void> {
  const { requestHash: first } = await tx.db
    .selectFrom("idempotencyKeys")
    .select("requestHash")
    .where("workspaceId", "=", mine.workspaceId)
    .where("userId", "=", mine.userId)
    .where("key", "=", mine.key)
    .executeTakeFirstOrThrow();
  if (first !== requestHash) throw new AppError("idempotency_key_reused");
}

async function repeat(tx: Context, mine: Key, requestHash: string, unanswered: string): Promise<Response> {
  const first = await tx.db
    .selectFrom("idempotencyKeys")
    .select(["requestHash", "response"])
    .where("workspaceId", "=", mine.workspaceId)
    .where("userId", "=", mine.userId)
    .where("key", "=", mine.key)
    .executeTakeFirstOrThrow();
  if (first.requestHash !== requestHash) throw new AppError("idempotency_key_reused");
  if (!first.response) throw new AppError("conflict", { reason: unanswered });
  const { status, body } = first.response as unknown as { status: number; body: unknown };
  return Response.json(body, { status, headers: { "idempotent-replayed": "true" } });
}
