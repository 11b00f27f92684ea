import { useQuery } from "@tanstack/react-query";
import { listMembers } from "#api/team.ts";
import { request } from "#web/platform/request.ts";

const ownersMax = 200;

/** The people of the workspace to whom a contact can belong; asked only where somebody chooses one. */
export function useOwners(enabled = true): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ["contacts", "owners"],
    queryFn: ({ signal }) => request(listMembers, { limit: ownersMax }, { signal }),
    staleTime: 5 * 60_000,
    enabled,
  });
  return (data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }));
}
