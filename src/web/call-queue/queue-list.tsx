import { Button, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type QueueRow, QueueSection, type QueueTab } from "#api/queue.ts";
import { QueueCard } from "#web/call-queue/queue-card.tsx";
import classes from "#web/call-queue/today.module.css";
import type { useQueue } from "#web/call-queue/use-queue.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";

type Props = {
  queue: ReturnType<typeof useQueue>;
  tab: QueueTab;
  chosen: QueueRow | undefined;
  onOpen: (contactId: string) => void;
};

/** The people of one part of the queue, in groups where the order has reasons. */
export function QueueList({ queue, tab, chosen, onOpen }: Props) {
  const { t } = useTranslation("call-queue");
  if (queue.rows.length === 0 && !queue.hasNextPage) {
    return (
      <EmptyState title={t(`empty.${tab}.title`)} text={t(`empty.${tab}.text`)}>
        {tab === "to_call" && (
          <LinkButton to="/today" search={{ tab: "not_yet" }} variant="default">
            {t("today.tab.not_yet")}
          </LinkButton>
        )}
      </EmptyState>
    );
  }
  const groups = tab === "to_call" ? bySection(queue.rows) : [{ section: undefined, rows: queue.rows }];
  return (
    <section aria-label={t("today.people")}>
      {groups.map(({ section, rows }) => (
        <div key={section ?? tab}>
          {section && (
            <Title order={2} className={classes.group}>
              <span>{t(`today.section.${section}`)}</span>
              <span>{rows.length}</span>
            </Title>
          )}
          <ul className={classes.people}>
            {rows.map((row) => (
              <li key={row.attempt?.id ?? row.contact.id}>
                <QueueCard row={row} tab={tab} isChosen={row === chosen} onOpen={() => onOpen(row.contact.id)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {queue.hasNextPage && (
        <Button variant="default" loading={queue.isFetchingNextPage} onClick={() => void queue.fetchNextPage()}>
          {t("today.more")}
        </Button>
      )}
    </section>
  );
}

function bySection(rows: readonly QueueRow[]): { section: QueueSection; rows: QueueRow[] }[] {
  return QueueSection.options
    .map((section) => ({ section, rows: rows.filter((row) => row.section === section) }))
    .filter((group) => group.rows.length > 0);
}
