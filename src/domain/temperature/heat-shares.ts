import { evidenceOf } from "#domain/temperature/evidence.ts";
import type { History, WarmthRules } from "#domain/temperature/history.ts";
import { heatAge } from "#domain/temperature/standing.ts";
import { addDays } from "#domain/time.ts";
import { isVerified } from "#domain/touchpoints/kinds.ts";

export type HeatShare = { touchpointId: string; kind: string; occurredAt: Date; share: number; warmUntil: Date | null };

/** What each verified touchpoint adds to the heat, as a fraction of the whole; the heaviest first. */
export function heatShares(history: History, rules: WarmthRules, at: Date): HeatShare[] {
  const weighed = evidenceOf(history, rules)
    .filter(({ verification, of, occurredAt }) => isVerified(verification) && of.weight > 0 && occurredAt <= at)
    .map((each) => ({ ...each, raw: each.of.weight * 2 ** (heatAge(each.occurredAt) - heatAge(at)) }));
  const total = weighed.reduce((sum, { raw }) => sum + raw, 0);
  return weighed
    .map(({ id, kind, occurredAt, raw, of }) => ({
      touchpointId: id,
      kind,
      occurredAt,
      share: raw / total,
      warmUntil: of.memoryDays === null ? null : addDays(occurredAt, of.memoryDays, history.timeZone),
    }))
    .toSorted((one, other) => other.share - one.share);
}
