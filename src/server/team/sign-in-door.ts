import type { HttpDoor } from "#server/platform/http.ts";
import { type AuthOptions, createAuth } from "#server/team/auth.ts";
import { authHandler } from "#server/team/auth-handler.ts";
import { authenticator } from "#server/team/authenticate.ts";

/** What the HTTP door needs to know people: who calls, and where they sign in. */
export function signInDoor(options: AuthOptions): Pick<HttpDoor, "authenticate" | "authHandler"> {
  return { authenticate: authenticator(options), authHandler: authHandler(createAuth(options), options) };
}
