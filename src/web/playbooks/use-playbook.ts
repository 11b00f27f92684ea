import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getPlaybook, listPlaybooks, type PlaybookContent, restorePlaybook, savePlaybook } from "#api/playbooks.ts";
import type { Language } from "#api/settings.ts";
import { request } from "#web/platform/request.ts";

const playbooksKey = ["playbooks"];

export type PlaybookName = { profile: string; language: Language };

export function usePlaybooks() {
  return useQuery({
    queryKey: [...playbooksKey, "list"],
    queryFn: ({ signal }) => request(listPlaybooks, {}, { signal }),
  });
}

/** One playbook with its versions; saving and restoring make a new version. */
export function usePlaybook({ profile, language }: PlaybookName, version: number | undefined) {
  const queryClient = useQueryClient();
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: playbooksKey }),
      queryClient.invalidateQueries({ queryKey: ["call-queue", "brief"] }),
    ]);

  const query = useQuery({
    queryKey: [...playbooksKey, profile, language, version ?? null],
    queryFn: ({ signal }) =>
      request(getPlaybook, { profile, language, ...(version !== undefined && { version }) }, { signal }),
    // What is being edited must not change under the hands.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const save = useMutation({
    mutationFn: ({ basedOn, content }: { basedOn: number; content: PlaybookContent }) =>
      request(savePlaybook, { profile, language, basedOn, content }),
    onSuccess: refresh,
  });
  const restore = useMutation({
    mutationFn: (wanted: number) => request(restorePlaybook, { profile, language, version: wanted }),
    onSuccess: refresh,
  });
  return { query, save, restore };
}
