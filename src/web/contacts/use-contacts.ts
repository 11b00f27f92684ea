import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { assignContacts, tagContacts } from "#api/contact-groups.ts";
import { type ContactRow, listContacts } from "#api/contacts.ts";
import { type ContactSearch, filtersOf, wireOf } from "#web/contacts/contact-search.ts";
import { useRefreshContacts } from "#web/contacts/use-refresh-contacts.ts";
import { request } from "#web/platform/request.ts";

const rowsPerPage = 60;

/** The rows that the address asks for, page after page; while a new search runs the old rows stay. */
export function useContacts(search: ContactSearch) {
  const query = useInfiniteQuery({ ...contactsQuery(search), placeholderData: keepPreviousData });
  const pages = query.data?.pages ?? [];
  const rows: ContactRow[] = pages.flatMap(({ items }) => items);
  return { ...query, rows, total: pages[0]?.total ?? null };
}
export type ContactsList = ReturnType<typeof useContacts>;

function contactsQuery(search: ContactSearch) {
  const wire = wireOf(search);
  return infiniteQueryOptions({
    queryKey: ["contacts", "list", wire],
    queryFn: ({ pageParam, signal }) =>
      request(listContacts, { ...wire, limit: rowsPerPage, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Whom a change of many is meant for: those ticked, or everybody whom the filters find. */
export type Chosen = { ids: readonly string[]; all: ContactSearch | undefined };

export function useChangeMany() {
  const refresh = useRefreshContacts();
  const assign = useMutation({
    mutationFn: ({ ids, all, ownerId }: Chosen & { ownerId: string | null }) =>
      request(assignContacts, { ownerId, ...(all ? { filters: filtersOf(all) } : { ids: [...ids] }) }),
    onSuccess: refresh,
  });
  const tag = useMutation({
    mutationFn: ({ ids, add, remove }: { ids: readonly string[]; add: string[]; remove: string[] }) =>
      request(tagContacts, { ids: [...ids], add, remove }),
    onSuccess: refresh,
  });
  return { assign, tag };
}
