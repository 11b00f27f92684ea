import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changeView, deleteView, listViews, type SavedView, saveView } from "#api/contact-views.ts";
import { type ContactSearch, wireOf } from "#web/contacts/contact-search.ts";
import { request } from "#web/platform/request.ts";

const viewsKey = ["contacts", "views"];

export function useViews(): SavedView[] {
  const { data } = useQuery({
    queryKey: viewsKey,
    queryFn: ({ signal }) => request(listViews, {}, { signal }),
    staleTime: 60_000,
  });
  return data?.items ?? [];
}

export function useChangeViews() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: viewsKey });
  const save = useMutation({
    mutationFn: ({ name, shared, search }: { name: string; shared: boolean; search: ContactSearch }) =>
      request(saveView, { name, shared, query: wireOf(search) }),
    onSuccess,
  });
  const change = useMutation({
    mutationFn: (view: { id: string; name?: string; shared?: boolean }) => request(changeView, view),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: (id: string) => request(deleteView, { id }), onSuccess });
  return { save, change, remove };
}
