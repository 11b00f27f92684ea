import { Button, Checkbox } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ContactSort } from "#api/contacts.ts";
import { ContactListRow } from "#web/contacts/contact-list-row.tsx";
import type { ContactSearch } from "#web/contacts/contact-search.ts";
import classes from "#web/contacts/contacts.module.css";
import type { ContactsList } from "#web/contacts/use-contacts.ts";
import { useNow } from "#web/platform/clock.ts";

type Props = {
  list: ContactsList;
  search: ContactSearch;
  onAsk: (search: ContactSearch) => void;
  selected: ReadonlySet<string>;
  onToggle: (id: string) => void;
  onSelect: (ids: ReadonlySet<string>) => void;
};

/** The rows, dense; more of them come as one reaches the end. On a phone each row is a card. */
export function ContactList({ list, search, onAsk, selected, onToggle, onSelect }: Props) {
  const { t } = useTranslation("contacts");
  const now = useNow(60_000);
  const { rows } = list;
  const areAllTicked = rows.every(({ id }) => selected.has(id));
  const tickAll = () => onSelect(areAllTicked ? new Set() : new Set(rows.map(({ id }) => id)));
  return (
    <>
      <table aria-label={t("title")} aria-busy={list.isPlaceholderData} className={classes.table}>
        <thead className={classes.headGroup}>
          <tr className={`${classes.row} ${classes.head}`}>
            <th scope="col">
              <Checkbox
                size="xs"
                aria-label={t("list.tickAll")}
                checked={areAllTicked}
                indeterminate={selected.size > 0 && !areAllTicked}
                onChange={tickAll}
              />
            </th>
            <SortHeader name="name" order="ascending" search={search} onAsk={onAsk} />
            <th scope="col">{t("column.account")}</th>
            <th scope="col">{t("column.temperature")}</th>
            <SortHeader name="heat" order="descending" search={search} onAsk={onAsk} />
            <th scope="col">{t("column.window")}</th>
            <SortHeader name="last_touch" order="descending" search={search} onAsk={onAsk} />
            <th scope="col">{t("column.owner")}</th>
            <th scope="col">{t("column.tags")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ContactListRow key={row.id} row={row} now={now} isTicked={selected.has(row.id)} onToggle={onToggle} />
          ))}
        </tbody>
      </table>
      <More list={list} />
    </>
  );
}

type HeaderProps = Pick<Props, "search" | "onAsk"> & { name: ContactSort; order: "ascending" | "descending" };

function SortHeader({ name, order, search, onAsk }: HeaderProps) {
  const { t } = useTranslation("contacts");
  const isChosen = (search.sort ?? "name") === name;
  return (
    <th scope="col" aria-sort={isChosen ? order : "none"}>
      <button type="button" className={classes.sort} onClick={() => onAsk({ ...search, sort: name })}>
        {t(`column.${name}`)}
        {isChosen && <span aria-hidden>{order === "ascending" ? " ↑" : " ↓"}</span>}
      </button>
    </th>
  );
}

function More({ list }: { list: ContactsList }) {
  const { t } = useTranslation("contacts");
  const { ref, entry } = useIntersection({ rootMargin: "600px" });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const isNear = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (isNear && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isNear, hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={ref} className={classes.more}>
      <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t("list.more")}
      </Button>
    </div>
  );
}
