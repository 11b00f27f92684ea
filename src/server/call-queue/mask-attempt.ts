import type { Attempt } from "#api/attempts.ts";
import { maskPhone } from "#domain/phone-mask.ts";

/** The number of an attempt leaves the server with its permit; wherever else an attempt is shown, it does not. */
export function masked(attempt: Attempt): Attempt {
  return { ...attempt, phone: maskPhone(attempt.phone) };
}
