import { IconPlus } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BulkBar } from "#web/contacts/bulk-bar.tsx";
import { ContactList } from "#web/contacts/contact-list.tsx";
import { type ContactSearch, isSameSearch } from "#web/contacts/contact-search.ts";
import { FilterBar } from "#web/contacts/filter-bar.tsx";
import { FilterChips } from "#web/contacts/filter-chips.tsx";
import { NoContacts } from "#web/contacts/no-contacts.tsx";
import { type ContactsList, useContacts } from "#web/contacts/use-contacts.ts";
import { useListCommands } from "#web/contacts/use-list-commands.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/frame/contacts");

/** Everybody within reach: searched as one types, filtered, ordered; what is asked stands in the address. */
export function ContactsPage() {
  const { t } = useTranslation("contacts");
  const search = route.useSearch();
  const navigate = useNavigate();
  const list = useContacts(search);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const mayWrite = useMay("contacts:write");

  const select = (ids: ReadonlySet<string>) => {
    setSelected(ids);
    setAll(false);
  };
  const ask = (wanted: ContactSearch) => {
    if (isSameSearch(wanted, search)) return;
    select(new Set());
    void navigate({ to: "/contacts", search: wanted, replace: true });
  };
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    select(next);
  };
  useListCommands({ rows: list.rows, toggle, mayWrite });

  return (
    <Page maxWidth={1500}>
      <PageHeader title={t("title")} summary={<Count list={list} />}>
        {mayWrite && (
          <LinkButton to="/contacts/new" leftSection={<IconPlus size={16} aria-hidden />} aria-keyshortcuts="n">
            {t("new.open")} <KeyHint keys="n" />
          </LinkButton>
        )}
      </PageHeader>
      <FilterBar search={search} onAsk={ask} />
      <FilterChips search={search} onAsk={ask} />
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading rows={12} height={40} />}
      {list.isSuccess && list.rows.length === 0 && <NoContacts search={search} onAsk={ask} />}
      {list.rows.length > 0 && (
        <ContactList list={list} search={search} onAsk={ask} selected={selected} onToggle={toggle} onSelect={select} />
      )}
      {selected.size > 0 && (
        <BulkBar
          ids={[...selected]}
          all={isAll ? search : undefined}
          total={list.total}
          canTakeAll={!isAll && list.hasNextPage && selected.size === list.rows.length}
          onTakeAll={() => setAll(true)}
          onDone={() => select(new Set())}
        />
      )}
    </Page>
  );
}

function Count({ list: { total } }: { list: ContactsList }) {
  const { t } = useTranslation("contacts");
  const dates = useDates();
  if (!total) return null;
  const number = dates.number(total.count);
  if (total.count === 1) return <span aria-live="polite">{t("list.single")}</span>;
  return <span aria-live="polite">{total.exact ? t("list.count", { number }) : t("list.about", { number })}</span>;
}
