import { Button, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import type { Pages } from "#web/ui/use-pages.ts";

type Props<Item> = { pages: Pages<Item>; empty: string; children: (items: Item[]) => ReactNode };

/** A list while it loads, when it fails, when nothing is in it, and with a way to more of it. */
export function PagedList<Item>({ pages, empty, children }: Props<Item>) {
  const { t } = useTranslation("team");
  if (pages.isPending) return <Loading rows={3} height={44} />;
  if (pages.error) return <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.items.length === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <>
      {children(pages.items)}
      {pages.hasNextPage && (
        <Group>
          <Button
            variant="default"
            size="xs"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t("more")}
          </Button>
        </Group>
      )}
    </>
  );
}
