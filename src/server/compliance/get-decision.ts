import type { DecisionDetails } from "#api/decisions.ts";
import { readQuestion } from "#server/compliance/decision-queries.ts";
import { hashOfPack } from "#server/compliance/known-packs.ts";
import { requireDecision } from "#server/compliance/list-decisions.ts";
import { maskRequest } from "#server/compliance/mask-request.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** One decision with the question as it was put; whose numbers and addresses it names cannot be read from it. */
export async function getDecision(ctx: Context, { id }: { id: string }): Promise<DecisionDetails> {
  return transaction(ctx, async (tx) => {
    const recorded = await requireDecision(tx, id);
    const { request, packHashes, attempt } = await readQuestion(tx, id);
    const packs = Object.entries(recorded.decision.packs).map(([name, version]) => {
      const hash = packHashes[name] ?? "";
      return { name, version, hash, isCurrent: hash === hashOfPack(name) };
    });
    return { ...recorded, attempt, packs, request: maskRequest(request) };
  });
}
