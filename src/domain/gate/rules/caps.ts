import { isPhoneChannel, isPromotional, isPromotionalPurpose } from "#domain/gate/facts.ts";
import type { Finding, Rule } from "#domain/gate/finding.ts";
import { policyPack } from "#domain/gate/packs/policy.ts";
import type { Cap, GateRequest } from "#domain/gate/types.ts";
import { hoursAfter, instantRange } from "#domain/time.ts";

/** So many attempts by telephone within so many elapsed hours, on all numbers and by all colleagues together. */
export const caps: Rule = (request, at) => {
  if (!isPhoneChannel(request.attempt.channel) || !isPromotional(request)) return [];
  const attempts = attemptsBefore(request, at);
  const { caps: chosen, spacingHours } = request.policy ?? {};
  const limits: Cap[] = [...(chosen ?? policyPack.caps)];
  if (spacingHours) limits.push({ attempts: 1, hours: spacingHours });
  return limits.flatMap((cap) => overCap(cap, attempts, at));
};

/** When the attempts ended at the latest, oldest first: where only a date is known, with the end of that day. */
function attemptsBefore({ attempts, attempt }: GateRequest, at: Date): Date[] {
  return (attempts ?? [])
    .filter(({ channel, purpose }) => isPhoneChannel(channel) && isPromotionalPurpose(purpose ?? attempt.purpose))
    .map((past) => instantRange(past.at))
    .filter(({ earliest }) => earliest <= at)
    .map(({ latest }) => latest)
    .sort((one, other) => one.getTime() - other.getTime());
}

function overCap(cap: Cap, attempts: readonly Date[], at: Date): Finding[] {
  // An attempt that is exactly so many hours old is outside.
  const counted = attempts.filter((attempt) => at < hoursAfter(attempt, cap.hours));
  if (counted.length < cap.attempts) return [];
  const reason = `${counted.length} attempts in ${cap.hours} hours; ${cap.attempts} are allowed.`;
  const freeing = counted[counted.length - cap.attempts];
  if (!freeing) return [{ rule: policyPack.rules.cap, effect: "deny", reason }];
  return [{ rule: policyPack.rules.cap, effect: "defer", reason, clearsAt: hoursAfter(freeing, cap.hours) }];
}
