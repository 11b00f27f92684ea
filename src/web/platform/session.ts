import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { getMe, type Me } from "#api/account.ts";
import type { Permission } from "#domain/policy.ts";
import { request } from "#web/platform/request.ts";

/** Somebody who is signed in and has a workspace open. */
type Session = Me & { current: NonNullable<Me["current"]> };

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => {
    keepSignedIn();
    return request(getMe, {});
  },
  staleTime: 5 * 60_000,
});

/** Whoever comes back stays signed in: on this question the server renews the session and its cookie, once a day. */
function keepSignedIn(): void {
  void fetch("/api/auth/get-session", { credentials: "same-origin" }).catch(() => undefined);
}

/** Who is signed in, and where; only below `signedInRoute`, which has seen to it. */
export function useSession(): Session {
  const me = useSuspenseQuery(sessionQuery).data;
  if (!me.current) throw new Error("below signedInRoute there is always a workspace");
  return { ...me, current: me.current };
}

/** Whether a control is worth showing. The server asks again. */
export function useMay(permission: Permission): boolean {
  return useSession().current.permissions[permission] !== undefined;
}
