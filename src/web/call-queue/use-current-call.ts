import { useQuery } from "@tanstack/react-query";
import { currentCall } from "#api/attempts.ts";
import { request } from "#web/platform/request.ts";

export const currentCallKey = ["call-queue", "current"];

/** The call that the rep has open, if any: an attempt whose outcome is missing. */
export function useCurrentCall() {
  return useQuery({ queryKey: currentCallKey, queryFn: ({ signal }) => request(currentCall, {}, { signal }) });
}
