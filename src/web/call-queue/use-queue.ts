import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { listQueue, type Queue, type QueueRow, type QueueTab } from "#api/queue.ts";
import { request } from "#web/platform/request.ts";

const refreshMs = 60_000;

export const queueKey = ["call-queue", "queue"];

/** The rows of one part of the queue, with the counts of all; renewed every minute, because windows close. */
export function useQueue(tab: QueueTab) {
  const query = useInfiniteQuery(queueQuery(tab));
  const pages = query.data?.pages ?? [];
  const rows: QueueRow[] = pages.flatMap(({ items }) => items);
  const first: Queue | undefined = pages[0];
  return { ...query, rows, counts: first?.counts ?? null, summary: first?.summary ?? null };
}

/** How many wait, for the navigation. */
export function useTodayCount(enabled: boolean): number | undefined {
  const { data } = useInfiniteQuery({ ...queueQuery("to_call"), enabled });
  return data?.pages[0]?.counts?.to_call.count;
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
