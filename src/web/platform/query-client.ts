import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isRequestError } from "#web/platform/request.ts";

const publicPaths = ["/sign-in", "/welcome", "/invitation", "/set-password"];

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal; only an outage is worth asking again.
      retry: (failures, error) => failures < 2 && !(isRequestError(error) && error.status > 0 && error.status < 500),
    },
    mutations: { retry: false },
  },
});

/** A session that ended under an open page leads to the sign-in, and back to the page afterwards. */
function leaveWhenSignedOut(error: unknown): void {
  if (!isRequestError(error) || error.code !== "sign_in_required") return;
  const { pathname, search } = window.location;
  if (publicPaths.some((path) => pathname.startsWith(path))) return;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
