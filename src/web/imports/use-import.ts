import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import * as api from "#api/imports.ts";
import { isMoving } from "#web/imports/use-imports.ts";
import { download, request } from "#web/platform/request.ts";

const pollMs = 1000;
const rowsPerPage = 50;

/** One import; asked every second while it moves, so that closing the page loses nothing. */
export function useImport(id: string) {
  return useQuery({
    queryKey: ["imports", "one", id],
    queryFn: ({ signal }) => request(api.getImport, { id }, { signal }),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? pollMs : false),
  });
}

/** What a person can do with an import; each answers the import as it is then. */
export function useChangeImport(id: string) {
  const queryClient = useQueryClient();
  const onSuccess = async (changed: api.Import) => {
    queryClient.setQueryData(["imports", "one", id], changed);
    await queryClient.invalidateQueries();
  };
  const start = useMutation({
    mutationFn: (options: z.input<typeof api.ImportOptions> | undefined) =>
      request(api.startImport, { id, ...(options && { options }) }),
    onSuccess,
  });
  const stop = useMutation({ mutationFn: () => request(api.stopImport, { id }), onSuccess });
  const undo = useMutation({ mutationFn: () => request(api.undoImport, { id }), onSuccess });
  const confirm = useMutation({ mutationFn: () => request(api.confirmImport, { id }), onSuccess });
  const attach = useMutation({
    mutationFn: (file: File) => request(api.attachEvidence, { id, fileName: file.name, body: file.stream() }, { file }),
    onSuccess,
  });
  const rejected = useMutation({ mutationFn: () => download(api.downloadRejected, { id }) });
  return { start, stop, undo, confirm, attach, rejected };
}

export function useDiscardImport(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => request(api.discardImport, { id }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["imports", "list"] }),
  });
}

/** The first rows as they will become under these options; the old ones stay while new ones are worked out. */
export function usePreview(id: string, options: z.input<typeof api.ImportOptions>) {
  return useQuery({
    queryKey: ["imports", "preview", id, options],
    queryFn: ({ signal }) => request(api.previewImport, { id, options }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export type RowsShown = api.Outcome | "warned";

/** What became of the rows of one outcome, page after page. */
export function useImportRows(id: string, shown: RowsShown | undefined) {
  const query = useInfiniteQuery({
    queryKey: ["imports", "rows", id, shown],
    queryFn: ({ pageParam, signal }) =>
      request(
        api.listImportRows,
        {
          id,
          limit: rowsPerPage,
          ...(pageParam && { cursor: pageParam }),
          ...(shown === "warned" ? { warned: "true" } : { outcome: shown }),
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: shown !== undefined,
  });
  return { ...query, rows: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}
