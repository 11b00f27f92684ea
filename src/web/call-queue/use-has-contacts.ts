import { useQuery } from "@tanstack/react-query";
import { listContacts } from "#api/contacts.ts";
import { request } from "#web/platform/request.ts";

/** Whether anybody is there at all; asked only where the queue is empty. */
export function useHasContacts(enabled: boolean): boolean | undefined {
  const { data } = useQuery({
    queryKey: ["contacts", "any"],
    queryFn: ({ signal }) => request(listContacts, { limit: 1 }, { signal }),
    enabled,
  });
  return data && data.items.length > 0;
}
