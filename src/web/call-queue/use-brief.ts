import { queryOptions, useQuery } from "@tanstack/react-query";
import { getBrief } from "#api/brief.ts";
import type { Language } from "#api/settings.ts";
import { request } from "#web/platform/request.ts";

export const briefKey = ["call-queue", "brief"];

/** All that a rep needs before and during one call; in the contact's language unless another is asked for. */
export function useBrief(contactId: string | undefined, language?: Language) {
  return useQuery({ ...briefQuery(contactId ?? "", language), enabled: contactId !== undefined });
}

function briefQuery(contactId: string, language: Language | undefined) {
  return queryOptions({
    queryKey: [...briefKey, contactId, language ?? null],
    queryFn: ({ signal }) => request(getBrief, { id: contactId, ...(language && { language }) }, { signal }),
  });
}
