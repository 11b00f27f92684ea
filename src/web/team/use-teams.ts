import { useMutation, useQueryClient } from "@tanstack/react-query";
import * as api from "#api/team.ts";
import { request } from "#web/platform/request.ts";
import { usePages } from "#web/ui/use-pages.ts";

const teamsKey = ["team", "teams"];

export function useTeams() {
  return usePages(teamsKey, (cursor) => request(api.listTeams, { limit: 200, ...(cursor && { cursor }) }));
}

export function useManageTeams() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ["team"] });
  const create = useMutation({ mutationFn: (name: string) => request(api.createTeam, { name }), onSuccess });
  const rename = useMutation({
    mutationFn: (team: { id: string; name: string }) => request(api.renameTeam, team),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: (id: string) => request(api.deleteTeam, { id }), onSuccess });
  return { create, rename, remove };
}
