import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { listQueue, type Queue, type QueueRow, type QueueTab } from "#api/queue.ts";
import { request } from "#web/platform/request.ts";

const refreshMs = 60_000;

export const queueKey = ["call-queue", "queue"];

/* Whom the gate holds is missing on a page: the next one is asked for until there is something to look at. */
const rowsMin = 10;
const pagesMax = 5;

/** The rows of one part of the queue, with the counts of all; renewed every minute, because windows close. */
export function useQueue(tab: QueueTab) {
  const query = useInfiniteQuery(queueQuery(tab));
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const pages = query.data?.pages ?? [];
  const rows = rowsOf(pages);
  const isShort = hasNextPage && rows.length < rowsMin && pages.length < pagesMax;
  useEffect(() => {
    if (isShort && !isFetching && !isError) void fetchNextPage();
  }, [isShort, isFetching, isError, fetchNextPage]);
  return { ...query, rows, counts: countsOf(pages, tab), summary: pages[0]?.summary ?? null };
}

/** How many wait, for the navigation. */
export function useTodayCount(enabled: boolean): number | undefined {
  const { data } = useInfiniteQuery({ ...queueQuery("to_call"), enabled });
  return countsOf(data?.pages ?? [], "to_call")?.to_call.count;
}

function rowsOf(pages: readonly Queue[]): QueueRow[] {
  return pages.flatMap(({ items }) => items);
}

/** The first page brings the counts; of its own part each further page tells more. */
function countsOf(pages: readonly Queue[], tab: QueueTab): Queue["counts"] {
  const counts = pages[0]?.counts ?? null;
  if (!counts || pages.length < 2) return counts;
  const { count, more } = counts[tab];
  const isLast = pages.at(-1)?.nextCursor === null;
  return { ...counts, [tab]: { count: Math.max(count, rowsOf(pages).length), more: more && !isLast } };
}

function queueQuery(tab: QueueTab) {
  return infiniteQueryOptions({
    queryKey: [...queueKey, tab],
    queryFn: ({ pageParam, signal }) =>
      request(listQueue, { tab, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: refreshMs,
  });
}
