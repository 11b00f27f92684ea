import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";

type Page<Item> = { items: Item[]; nextCursor: string | null };

/** A list that is read a page at a time, all pages one below the other. */
export function usePages<Item>(queryKey: readonly unknown[], read: (cursor?: string) => Promise<Page<Item>>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return { ...query, items };
}

export type Pages<Item> = ReturnType<typeof usePages<Item>>;
