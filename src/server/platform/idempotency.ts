import { createHash } from "node:crypto";
import { AppError } from "#domain/errors.ts";
import { type Context, requireUser } from "#server/platform/context.ts";

/**
 * Answers a repeated request with the first one's answer. The key is written in the transaction of the work, so a
 * second request waits for the first, and a refused one leaves the key free. An answer that opens doors is not kept.
 */
export async function once(
  tx: Context,
  { key, request, isSecret }: { key: string; request: string; isSecret: boolean },
  run: () => Promise<Response>,
): Promise<Response> {
  const userId = requireUser(tx);
  const requestHash = createHash("sha256").update(request).digest("hex");
  const mine = { workspaceId: tx.actor.workspaceId, userId, key };
  const inserted = await tx.db
    .insertInto("idempotencyKeys")
    .values({ ...mine, requestHash, createdAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  if (!inserted) return repeat(tx, mine, requestHash);

  const answer = await run();
  if (isSecret) return answer;
  const body: unknown = await answer.clone().json();
  await tx.db
    .updateTable("idempotencyKeys")
    .set({ response: JSON.stringify({ status: answer.status, body }) })
    .where("workspaceId", "=", mine.workspaceId)
    .where("userId", "=", userId)
    .where("key", "=", key)
    .execute();
  return answer;
}

async function repeat(
  tx: Context,
  mine: { workspaceId: string; userId: string; key: string },
  requestHash: string,
): Promise<Response> {
  const first = await tx.db
    .selectFrom("idempotencyKeys")
    .select(["requestHash", "response"])
    .where("workspaceId", "=", mine.workspaceId)
    .where("userId", "=", mine.userId)
    .where("key", "=", mine.key)
    .executeTakeFirstOrThrow();
  if (first.requestHash !== requestHash) throw new AppError("idempotency_key_reused");
  if (!first.response) throw new AppError("conflict", { reason: "answered_once" });
  const { status, body } = first.response as unknown as { status: number; body: unknown };
  return Response.json(body, { status, headers: { "idempotent-replayed": "true" } });
}
