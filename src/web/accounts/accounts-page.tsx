import { Button, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AccountRow } from "#api/accounts.ts";
import { AccountDialog } from "#web/accounts/account-dialog.tsx";
import classes from "#web/accounts/accounts.module.css";
import { PeopleWarmth } from "#web/accounts/people-warmth.tsx";
import { useAccounts } from "#web/accounts/use-accounts.ts";
import { useNow } from "#web/platform/clock.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { TemperatureBadge } from "#web/ui/temperature-badge.tsx";

const route = getRouteApi("/signed-in/frame/accounts");
const typingMs = 250;
const searchId = "account-search";

/** Companies, households, foundations, each as warm as the warmest of its people. */
export function AccountsPage() {
  const { t } = useTranslation("accounts");
  const { q } = route.useSearch();
  const navigate = useNavigate();
  const list = useAccounts(q);
  const mayWrite = useMay("contacts:write");
  const [isAdding, setAdding] = useState(false);
  const [typed, setTyped] = useState(q ?? "");
  const ask = useDebouncedCallback((text: string) => {
    void navigate({ to: "/accounts", search: text.trim() ? { q: text.trim() } : {}, replace: true });
  }, typingMs);
  useAccountCommands(list.rows, mayWrite ? () => setAdding(true) : undefined);

  return (
    <Page>
      <PageHeader title={t("title")} summary={t("summary")}>
        {mayWrite && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t("new")}
          </Button>
        )}
      </PageHeader>
      <TextInput
        id={searchId}
        type="search"
        maw={420}
        mb="sm"
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={t("search")}
        placeholder={t("search")}
        maxLength={200}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          ask(currentTarget.value);
        }}
      />
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading rows={10} height={44} />}
      {list.isSuccess && list.rows.length === 0 && (
        <EmptyState title={t(q ? "none.found" : "none.yet")} text={t(q ? "none.foundText" : "none.yetText")} />
      )}
      {list.rows.length > 0 && <Rows rows={list.rows} isOld={list.isPlaceholderData} />}
      {list.hasNextPage && (
        <Button variant="default" mt="sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <AccountDialog opened={isAdding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function Rows({ rows, isOld }: { rows: readonly AccountRow[]; isOld: boolean }) {
  const { t } = useTranslation("accounts");
  return (
    <ul className={classes.list} aria-label={t("title")} aria-busy={isOld}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </ul>
  );
}

function Row({ row }: { row: AccountRow }) {
  const { t } = useTranslation("accounts");
  const dates = useDates();
  const now = useNow(60_000);
  return (
    <li className={classes.row} data-account={row.id}>
      <TemperatureBadge temperature={row.temperature} />
      <div className={classes.who}>
        <Link to="/accounts/$accountId" params={{ accountId: row.id }} className={classes.name}>
          {row.name}
        </Link>
        {(row.place ?? row.domain) && <span className={classes.soft}>{row.place ?? row.domain}</span>}
      </div>
      <PeopleWarmth account={row} />
      <span className={classes.touched}>
        {row.lastTouchAt ? dates.date(row.lastTouchAt, undefined, now) : t("neverTouched")}
      </span>
    </li>
  );
}

function useAccountCommands(rows: readonly AccountRow[], onNew: (() => void) | undefined): void {
  const { t } = useTranslation("accounts");
  const move = (step: number) => {
    const index = rows.findIndex(({ id }) => document.activeElement?.closest(`[data-account="${id}"]`));
    const next = rows[Math.min(rows.length - 1, Math.max(0, index + step))];
    if (next) document.querySelector<HTMLElement>(`[data-account="${next.id}"] a`)?.focus();
  };
  useCommands([
    { id: "next-account", label: t("next"), keys: ["j", "ArrowDown"], run: () => move(1), hidden: true },
    { id: "previous-account", label: t("previous"), keys: ["k", "ArrowUp"], run: () => move(-1), hidden: true },
    { id: "search-accounts", label: t("search"), keys: "/", run: () => document.getElementById(searchId)?.focus() },
    ...(onNew ? [{ id: "new-account", label: t("new"), keys: "n", run: onNew }] : []),
  ]);
}
