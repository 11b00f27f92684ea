import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ContactRow } from "#api/contacts.ts";
import { useCommands } from "#web/platform/shortcuts.ts";

export const searchFieldId = "contact-search";

/** The element that gets the focus when a person of the list is reached by keys. */
export function rowId(contactId: string): string {
  return `contact-${contactId}`;
}

type List = { rows: readonly ContactRow[]; toggle: (id: string) => void; mayWrite: boolean };

/** Up and down the list, tick, search, add: without the mouse. */
export function useListCommands({ rows, toggle, mayWrite }: List): void {
  const { t } = useTranslation("contacts");
  const navigate = useNavigate();
  const focused = () => rows.findIndex(({ id }) => document.activeElement?.closest(`[data-contact="${id}"]`));
  const move = (step: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, focused() + step))];
    if (next) document.getElementById(rowId(next.id))?.focus();
  };
  const tick = () => {
    const row = rows[focused()];
    if (row) toggle(row.id);
  };
  const create = {
    id: "new-contact",
    label: t("new.open"),
    keys: "n",
    run: () => void navigate({ to: "/contacts/new" }),
  };
  useCommands([
    { id: "next-contact", label: t("list.next"), keys: ["j", "ArrowDown"], run: () => move(1), hidden: true },
    { id: "previous-contact", label: t("list.previous"), keys: ["k", "ArrowUp"], run: () => move(-1), hidden: true },
    { id: "tick-contact", label: t("list.tick"), keys: "x", run: tick, hidden: true },
    {
      id: "search-contacts",
      label: t("filter.search"),
      keys: "/",
      run: () => document.getElementById(searchFieldId)?.focus(),
    },
    ...(mayWrite ? [create] : []),
  ]);
}
