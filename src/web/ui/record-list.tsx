import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import classes from "#web/ui/record-list.module.css";
import type { Pages } from "#web/ui/use-pages.ts";

type Props<Item> = {
  pages: Pages<Item>;
  label: string;
  /** What an empty list teaches. */
  empty: { title: string; text: string; ways?: ReactNode };
  children: (item: Item) => ReactNode;
};

/** A list of records, read a page at a time: while it loads, when it fails, when nothing is in it. */
export function RecordList<Item extends { id: string }>({ pages, label, empty, children }: Props<Item>) {
  const { t } = useTranslation("ui");
  if (pages.isPending) return <Loading rows={6} height={60} />;
  if (pages.error) return <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.items.length === 0) {
    return (
      <EmptyState title={empty.title} text={empty.text}>
        {empty.ways}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label={label} aria-busy={pages.isPlaceholderData}>
        {pages.items.map((item) => (
          <li key={item.id} className={classes.row}>
            {children(item)}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button variant="default" mt="sm" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

type RecordProps = { mark?: ReactNode; title: ReactNode; children?: ReactNode; aside?: ReactNode };

/** One record: a mark, what it is, the facts below it, and at the side when or what can be done. */
export function RecordLine({ mark, title, children, aside }: RecordProps) {
  return (
    <>
      {mark}
      <div className={classes.what}>
        <div className={classes.title}>{title}</div>
        {children && <div className={classes.facts}>{children}</div>}
      </div>
      {aside && <div className={classes.aside}>{aside}</div>}
    </>
  );
}
