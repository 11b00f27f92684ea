import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import * as api from "#api/touchpoints.ts";
import type { ChangeKind } from "#web/contacts/kind-draft.ts";
import { kindsKey } from "#web/contacts/use-touchpoints.ts";
import { request } from "#web/platform/request.ts";

/** The workspace's table of kinds, and the two doors through which it changes. */
export function useKindTable() {
  const queryClient = useQueryClient();
  const kinds = useQuery({ queryKey: kindsKey, queryFn: ({ signal }) => request(api.listKinds, {}, { signal }) });
  // Every temperature is worked out anew.
  const onSuccess = () => queryClient.invalidateQueries();
  const change = useMutation({ mutationFn: (kind: ChangeKind) => request(api.changeKind, kind), onSuccess });
  const reset = useMutation({ mutationFn: (slug: string) => request(api.resetKind, { slug }), onSuccess });
  return { kinds, change, reset };
}
