import { useMutation, useQueryClient } from "@tanstack/react-query";
import * as api from "#api/team.ts";
import { request } from "#web/platform/request.ts";
import { usePages } from "#web/ui/use-pages.ts";

const keysKey = ["team", "keys"];

export function useKeys() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keysKey });
  const keys = usePages(keysKey, (cursor) => request(api.listApiKeys, { limit: 50, ...(cursor && { cursor }) }));
  const create = useMutation({
    mutationFn: (wanted: { name: string; userId: string }) => request(api.createApiKey, wanted),
    onSuccess,
  });
  const revoke = useMutation({ mutationFn: (id: string) => request(api.revokeApiKey, { id }), onSuccess });
  return { keys, create, revoke };
}
