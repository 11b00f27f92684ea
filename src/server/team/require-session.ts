import { AppError } from "#domain/errors.ts";
import type { PersonContext } from "#server/platform/context.ts";

/** The person herself, not one of her keys: a key opens a workspace's data, never the account. */
export function requireSession({ caller }: PersonContext): { userId: string; sessionId: string } {
  if (!caller) throw new AppError("sign_in_required");
  if (!caller.sessionId) throw new AppError("permission_denied", { reason: "a person must do this" });
  return { userId: caller.userId, sessionId: caller.sessionId };
}
