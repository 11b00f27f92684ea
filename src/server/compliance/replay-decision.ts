import { isDeepStrictEqual } from "node:util";
import { GateDecision, type Replay } from "#api/decisions.ts";
import { AppError } from "#domain/errors.ts";
import { decide, decideBy } from "#domain/gate/decide.ts";
import type { Decision } from "#domain/gate/types.ts";
import { readQuestion } from "#server/compliance/decision-queries.ts";
import { requireDecision } from "#server/compliance/list-decisions.ts";
import { readKeptPacks } from "#server/compliance/rule-pack-queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** Decides a stored question again by the packs of its day, whatever the program knows today. */
export async function replayDecision(ctx: Context, { id }: { id: string }): Promise<Replay> {
  return transaction(ctx, async (tx) => {
    const { decision: recorded } = await requireDecision(tx, id);
    const { request, packHashes } = await readQuestion(tx, id);
    const names = Object.keys(recorded.packs);
    const packs = await readKeptPacks(tx, Object.values(packHashes));
    const missing = names.filter((name) => !packs.some((pack) => pack.name === name));
    if (missing.length > 0) throw new AppError("packs_missing", { packs: missing });

    const replayed = asStored(decideBy(packs)(request));
    const differences = differing(recorded, replayed);
    const byCurrentPacks = asStored(decide(request));
    return { recorded, replayed, same: differences.length === 0, differences, byCurrentPacks };
  });
}

/** As it comes back from the database: without what is undefined. */
function asStored(decision: Decision): GateDecision {
  return GateDecision.parse(JSON.parse(JSON.stringify(decision)));
}

/** What a rule is about is said for screens, in words that may be sorted otherwise one day; it decides nothing. */
function withoutKinds({ rules, ...decision }: GateDecision): GateDecision {
  return { ...decision, rules: rules.map(({ kind: _, ...rule }) => rule) };
}

function differing(recorded: GateDecision, replayed: GateDecision): string[] {
  const [one, other] = [withoutKinds(recorded), withoutKinds(replayed)];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof GateDecision)[];
  return names.filter((name) => !isDeepStrictEqual(one[name], other[name]));
}
