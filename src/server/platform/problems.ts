import type { ErrorKind } from "#domain/errors.ts";

/** What HTTP answers for each kind of refusal. */
export const STATUS_OF = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method: 405,
  conflict: 409,
  refused: 422,
} as const satisfies Record<ErrorKind, number>;
