import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import * as api from "#api/accounts.ts";
import { request } from "#web/platform/request.ts";

const rowsPerPage = 60;

export function useAccounts(q: string | undefined) {
  const query = useInfiniteQuery({
    queryKey: ["accounts", "list", q ?? ""],
    queryFn: ({ pageParam, signal }) =>
      request(
        api.listAccounts,
        { limit: rowsPerPage, ...(q && { q }), ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  return { ...query, rows: (query.data?.pages ?? []).flatMap(({ items }) => items) };
}

export function useAccount(id: string) {
  return useQuery({
    queryKey: ["accounts", "one", id],
    queryFn: ({ signal }) => request(api.getAccount, { id }, { signal }),
  });
}

export function useChangeAccounts() {
  const queryClient = useQueryClient();
  const onSuccess = async () => {
    await Promise.all([["accounts"], ["contacts"]].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  };
  const create = useMutation({
    mutationFn: (account: z.input<typeof api.createAccount.input>) => request(api.createAccount, account),
    onSuccess,
  });
  const update = useMutation({
    mutationFn: (changes: z.input<typeof api.updateAccount.input>) => request(api.updateAccount, changes),
    onSuccess,
  });
  return { create, update };
}
