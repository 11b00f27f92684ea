import { useInfiniteQuery } from "@tanstack/react-query";
import { type Import, type ImportState, listImports } from "#api/imports.ts";
import { request } from "#web/platform/request.ts";

const importsPerPage = 20;
const pollMs = 1000;

const moving: readonly ImportState[] = ["uploading", "running", "undoing"];

/** Whether an import changes by itself, so that a screen keeps asking. */
export function isMoving({ state }: Pick<Import, "state">): boolean {
  return moving.includes(state);
}

/** Imports, newest first, asked again while one of them moves. */
export function useImports() {
  const query = useInfiniteQuery({
    queryKey: ["imports", "list"],
    queryFn: ({ pageParam, signal }) =>
      request(listImports, { limit: importsPerPage, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isMoving)) ? 2 * pollMs : false),
  });
  return { ...query, imports: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}
