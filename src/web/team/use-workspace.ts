import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ChangePolicy, type ChangeWorkspace, changePolicy, changeWorkspace, getWorkspace } from "#api/settings.ts";
import { request } from "#web/platform/request.ts";
import { useSayDone } from "#web/team/use-say-done.ts";

/** The workspace with its settings, and the two doors through which they change. */
export function useWorkspace() {
  const queryClient = useQueryClient();
  const sayDone = useSayDone();
  const workspace = useQuery({ queryKey: ["team", "workspace"], queryFn: () => request(getWorkspace, {}) });
  const onSuccess = async () => {
    sayDone();
    // Definition, masks and reach change what every screen shows.
    await queryClient.invalidateQueries();
  };
  const change = useMutation({
    mutationFn: (changes: ChangeWorkspace) => request(changeWorkspace, changes),
    onSuccess,
  });
  const changeRules = useMutation({
    mutationFn: (changes: ChangePolicy) => request(changePolicy, changes),
    onSuccess,
  });
  return { workspace, change, changeRules };
}
