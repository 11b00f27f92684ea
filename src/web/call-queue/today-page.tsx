import { useMediaQuery } from "@mantine/hooks";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { QueueRow } from "#api/queue.ts";
import { BriefPanel } from "#web/call-queue/brief-panel.tsx";
import { FirstRun } from "#web/call-queue/first-run.tsx";
import { LaterDialog } from "#web/call-queue/later-dialog.tsx";
import { QueueList } from "#web/call-queue/queue-list.tsx";
import classes from "#web/call-queue/today.module.css";
import { TodayHead } from "#web/call-queue/today-head.tsx";
import { useHasContacts } from "#web/call-queue/use-has-contacts.ts";
import { useQueue } from "#web/call-queue/use-queue.ts";
import { useTodayCommands } from "#web/call-queue/use-today-commands.ts";
import { usePageTitle } from "#web/platform/page-title.ts";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/frame/today");
const onePane = "(max-width: 62em)";

/** Who to call now, and why; beside it the essence of the brief of whoever is chosen. */
export function TodayPage() {
  const { t } = useTranslation("call-queue");
  const { tab = "to_call", person } = route.useSearch();
  const navigate = useNavigate();
  const queue = useQueue(tab);
  const isOnePane = useMediaQuery(onePane, undefined, { getInitialValueInEffect: false }) ?? false;
  const [postponed, setPostponed] = useState<QueueRow>();
  const isEmpty = isNobodyThere(queue.counts);
  const hasContacts = useHasContacts(isEmpty);
  usePageTitle(t("today.title"));

  const chosen = queue.rows.find(({ contact }) => contact.id === person) ?? (isOnePane ? undefined : queue.rows[0]);
  const open = (id: string, log = false) =>
    void navigate({ to: "/call/$contactId", params: { contactId: id }, search: log ? { log: true } : {} });
  const choose = (id: string) => {
    void navigate({ to: "/today", search: { tab, person: id }, replace: true });
    document.getElementById(`person-${id}`)?.focus();
  };
  const actions = chosen && {
    onCall: () => open(chosen.contact.id),
    onLog: () => open(chosen.contact.id, true),
    onLater: () => setPostponed(chosen),
  };
  useTodayCommands({ tab, rows: queue.rows, chosen, choose, actions });

  if (isEmpty && hasContacts === false) return <FirstRun />;
  return (
    <div className={classes.today}>
      {!(isOnePane && person) && (
        <div className={classes.list}>
          <TodayHead queue={queue} tab={tab} />
          {queue.error && <ProblemAlert error={queue.error} onRetry={() => void queue.refetch()} />}
          {queue.isPending ? <Loading /> : <QueueList queue={queue} tab={tab} chosen={chosen} onOpen={open} />}
        </div>
      )}
      {(!isOnePane || person) && (
        <BriefPanel contactId={chosen?.contact.id ?? person} isPage={isOnePane} tab={tab} actions={actions} />
      )}
      <LaterDialog contact={postponed?.contact} onClose={() => setPostponed(undefined)} />
    </div>
  );
}

function isNobodyThere(counts: ReturnType<typeof useQueue>["counts"]): boolean {
  return counts !== null && Object.values(counts).every(({ count }) => count === 0);
}
