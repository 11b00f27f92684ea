import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { z } from "zod";
import { endpoint, Nothing } from "#api/endpoint.ts";
import { Language } from "#api/settings.ts";
import { type Permission, reachOf } from "#domain/policy.ts";
import { request } from "#web/platform/request.ts";

const Session = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), language: Language.nullable() }),
  rights: z
    .object({
      role: z.enum(["rep", "manager", "compliance_officer", "admin"]),
      repsSee: z.enum(["own", "team", "all"]),
      maskNumbers: z.boolean(),
    })
    .nullable(),
  workspace: z.object({ workspaceId: z.string(), name: z.string(), timeZone: z.string() }).nullable(),
});
type Session = z.output<typeof Session>;

const getSession = endpoint({
  method: "GET",
  path: "/api/v1/session",
  summary: "Who is signed in, and where",
  input: Nothing,
  output: Session,
});

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => request(getSession, {}),
  staleTime: 5 * 60_000,
});

/** Who is signed in; only below `signedInRoute`, which has loaded it. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether a control is worth showing. The server asks again. */
export function useMay(permission: Permission): boolean {
  const { rights } = useSession();
  return rights !== null && reachOf(rights, permission) !== undefined;
}
