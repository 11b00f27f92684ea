import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type { Endpoint } from "#api/endpoint.ts";
import * as api from "#api/person-requests.ts";
import { request } from "#web/platform/request.ts";
import { usePages } from "#web/ui/use-pages.ts";

const requestsKey = ["person-requests"];

export function useRequests(state: "open" | "closed") {
  return usePages([...requestsKey, "list", state], (cursor) =>
    request(api.listRequests, { state, limit: 50, ...(cursor && { cursor }) }),
  );
}

export function useRequest(id: string) {
  return useQuery({ queryKey: [...requestsKey, "one", id], queryFn: () => request(api.getRequest, { id }) });
}

/** How many are late or due within a week, for the navigation. */
export function useDueRequests(enabled: boolean): number | undefined {
  const { data } = useQuery({
    queryKey: [...requestsKey, "count"],
    queryFn: () => request(api.countRequests, {}),
    refetchInterval: countMs,
    enabled,
  });
  return data && data.soon + data.overdue;
}

const countMs = 10 * 60_000;

export function useTakeRequest() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof api.TakeRequest>) => request(api.takeRequest, input),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: requestsKey }),
  });
}

type Step<Input extends z.ZodType> = Endpoint<Input, typeof api.PersonRequestWithHistory>;

/** One step of a request: what it does may be seen on any page of a contact. */
export function useStep<Input extends z.ZodType>(step: Step<Input>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<Input>) => request(step, input),
    onSuccess: (changed) => {
      queryClient.setQueryData([...requestsKey, "one", changed.id], changed);
      return Promise.all([
        queryClient.invalidateQueries({ queryKey: [...requestsKey, "list"] }),
        queryClient.invalidateQueries({ queryKey: [...requestsKey, "count"] }),
        queryClient.invalidateQueries({ queryKey: ["contacts"] }),
        queryClient.invalidateQueries({ queryKey: ["queue"] }),
      ]);
    },
  });
}
