import { useQuery } from "@tanstack/react-query";
import { getRulePack, listRulePacks } from "#api/rule-packs.ts";
import { request } from "#web/platform/request.ts";

const packsKey = ["gate", "packs"];

/** The laws that the gate knows; they change with the program alone. */
export function useRulePacks() {
  return useQuery({
    queryKey: packsKey,
    queryFn: () => request(listRulePacks, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useRulePack(name: string) {
  return useQuery({
    queryKey: [...packsKey, name],
    queryFn: () => request(getRulePack, { name }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
