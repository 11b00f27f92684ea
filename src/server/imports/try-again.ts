import { AppError } from "#domain/errors.ts";
import type { Context } from "#server/platform/context.ts";

const attemptsMax = 5;
const passingCodes: ReadonlySet<unknown> = new Set(["23505", "40001", "40P01"]);

/**
 * Does a batch again from its start where somebody else came in between: took a unique key, changed a contact that was
 * read, or waited for what we hold. The work must open its own transaction.
 */
export async function tryAgain<Result>(ctx: Context, work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attemptsMax || !isPassing(error)) throw error;
      ctx.log.info({ attempt }, "a batch met a change by somebody else; doing it again");
    }
  }
}

/** Whether it may succeed when it is done again. */
export function isPassing(error: unknown): boolean {
  if (error instanceof AppError) return error.details.reason === "changed_meanwhile";
  return error instanceof Error && "code" in error && passingCodes.has(error.code);
}
