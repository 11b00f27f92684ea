import { useQuery } from "@tanstack/react-query";
import { listTags } from "#api/contact-groups.ts";
import { request } from "#web/platform/request.ts";

/** The tags in use, the most frequent first. */
export function useTags(enabled = true): string[] {
  const { data } = useQuery({
    queryKey: ["contacts", "tags"],
    queryFn: ({ signal }) => request(listTags, {}, { signal }),
    enabled,
  });
  return (data?.items ?? []).map(({ tag }) => tag);
}
