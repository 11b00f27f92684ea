import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type QueueRow, QueueTab } from "#api/queue.ts";
import { useCommands } from "#web/platform/shortcuts.ts";

export type PersonActions = { onCall: () => void; onLog: () => void; onLater: () => void };

type Today = {
  tab: QueueTab;
  rows: readonly QueueRow[];
  chosen: QueueRow | undefined;
  choose: (id: string) => void;
  actions: PersonActions | undefined;
};

/** The keys of Today: up and down the list, the parts of the queue, and what can be done with a person. */
export function useTodayCommands({ rows, chosen, choose, actions }: Today): void {
  const { t } = useTranslation("call-queue");
  const navigate = useNavigate();
  const move = (step: number) => {
    const index = rows.findIndex(({ contact }) => contact.id === chosen?.contact.id);
    const next = rows[Math.min(rows.length - 1, Math.max(0, index + step))];
    if (next) choose(next.contact.id);
  };
  const ofPerson = actions
    ? [
        { id: "call", label: t("brief.call"), keys: "c", run: actions.onCall },
        { id: "log", label: t("call.logMode"), keys: "l", run: actions.onLog },
        { id: "later", label: t("brief.later"), keys: "s", run: actions.onLater },
      ]
    : [];
  useCommands([
    { id: "next-person", label: t("today.next"), keys: ["j", "ArrowDown"], run: () => move(1), hidden: true },
    { id: "previous-person", label: t("today.previous"), keys: ["k", "ArrowUp"], run: () => move(-1), hidden: true },
    ...ofPerson,
    ...QueueTab.options.map((tab, index) => ({
      id: `tab-${tab}`,
      label: t(`today.tab.${tab}`),
      keys: String(index + 1),
      run: () => void navigate({ to: "/today", search: { tab } }),
    })),
  ]);
}
