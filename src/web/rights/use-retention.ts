import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import * as api from "#api/retention.ts";
import { request } from "#web/platform/request.ts";

const retentionKey = ["retention"];

export function useRetention() {
  return useQuery({ queryKey: [...retentionKey, "rules"], queryFn: () => request(api.getRetention, {}) });
}

/** What a run would erase; asked for, since it counts through everything. */
export function usePreview(enabled: boolean) {
  return useQuery({
    queryKey: [...retentionKey, "preview"],
    queryFn: () => request(api.previewRetention, {}),
    enabled,
  });
}

export function useChangeRetention() {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: retentionKey });
  const change = useMutation({
    mutationFn: (rule: api.ChangeRetention) => request(api.changeRetention, rule),
    onSuccess: refresh,
  });
  const run = useMutation({
    mutationFn: () => request(api.runRetention, { confirm: "erase" }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return { change, run };
}
