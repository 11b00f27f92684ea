import type { Attempt } from "#api/attempts.ts";
import { maskPhone } from "#domain/phone-mask.ts";
import { reachOf } from "#domain/policy.ts";
import type { Context } from "#server/platform/context.ts";

/** A number is whole while its call is open, for the one who makes it. */
export function masked(tx: Context, attempt: Attempt): Attempt {
  const isOpenAndMine = attempt.outcome === null && attempt.user.userId === tx.actor.userId;
  if (isOpenAndMine || reachOf(tx.actor, "numbers:reveal")) return attempt;
  return { ...attempt, phone: maskPhone(attempt.phone) };
}
