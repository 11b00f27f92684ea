import { Button, Text, Title } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Account, AccountTouch } from "#api/accounts.ts";
import type { ContactRow } from "#api/contacts.ts";
import { AccountDialog } from "#web/accounts/account-dialog.tsx";
import classes from "#web/accounts/accounts.module.css";
import { PeopleWarmth } from "#web/accounts/people-warmth.tsx";
import { useAccount } from "#web/accounts/use-accounts.ts";
import { useNow } from "#web/platform/clock.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { AnchorLink } from "#web/ui/anchor-link.tsx";
import { useKindName } from "#web/ui/kind-name.ts";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { TemperatureBadge } from "#web/ui/temperature-badge.tsx";
import { WindowBar } from "#web/ui/window-bar.tsx";

const route = getRouteApi("/signed-in/frame/accounts/$accountId");

/** One account: who is there and how warm, and what happened last with any of them. */
export function AccountPage() {
  const { accountId } = route.useParams();
  const { data, error, refetch } = useAccount(accountId);
  return (
    <Page maxWidth={1280}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} height={80} />}
      {data && <Facts key={data.id} account={data} />}
    </Page>
  );
}

function Facts({ account }: { account: Account }) {
  const { t, i18n } = useTranslation("accounts");
  const mayWrite = useMay("contacts:write");
  const [isEditing, setEditing] = useState(false);
  const { name, place, region, country, domain } = account;
  const countryName = country && new Intl.DisplayNames([i18n.language], { type: "region" }).of(country);
  const about = [[place, region, countryName].filter(Boolean).join(", "), domain].filter(Boolean).join(" · ");
  useCommands(mayWrite ? [{ id: "edit-account", label: t("edit"), keys: "e", run: () => setEditing(true) }] : []);
  return (
    <>
      <AnchorLink to="/accounts" size="sm" c="dimmed" underline="hover">
        ← {t("title")}
      </AnchorLink>
      <PageHeader title={name} summary={about}>
        <TemperatureBadge temperature={account.temperature} />
        {mayWrite && (
          <>
            <LinkButton to="/contacts/new" search={{ company: name }} variant="default">
              {t("addPerson")}
            </LinkButton>
            <Button variant="default" onClick={() => setEditing(true)}>
              {t("edit")}
            </Button>
          </>
        )}
      </PageHeader>
      <PeopleWarmth account={account} />
      <div className={classes.columns}>
        <People account={account} />
        <Touches touches={account.touches} />
      </div>
      <AccountDialog account={account} opened={isEditing} onClose={() => setEditing(false)} />
    </>
  );
}

function People({ account: { id, persons, hidden } }: { account: Account }) {
  const { t } = useTranslation("accounts");
  return (
    <section className={classes.panel}>
      <Title order={2}>{t("people")}</Title>
      {persons.length === 0 && <Text c="dimmed">{t("nobody")}</Text>}
      <ul className={classes.lines}>
        {persons.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </ul>
      {hidden > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("hidden", { count: hidden })}
        </Text>
      )}
      {persons.length > 0 && (
        <AnchorLink to="/contacts" search={{ accountId: id }} size="sm">
          {t("inList")}
        </AnchorLink>
      )}
    </section>
  );
}

function Person({ person }: { person: ContactRow }) {
  const { t } = useTranslation("accounts");
  const now = useNow(60_000);
  const about = [person.jobTitle, person.owner?.name ?? t("unassigned")].filter(Boolean).join(" · ");
  return (
    <li>
      <div>
        <Link to="/contacts/$contactId" params={{ contactId: person.id }} className={classes.name}>
          {person.name}
        </Link>
        <span className={classes.soft}>{about}</span>
      </div>
      <WindowBar window={person.window} temperature={person.temperature} now={now} />
      <TemperatureBadge temperature={person.temperature} />
    </li>
  );
}

function Touches({ touches }: { touches: readonly AccountTouch[] }) {
  const { t } = useTranslation("accounts");
  const kindName = useKindName();
  const dates = useDates();
  const now = useNow(60_000);
  return (
    <section className={classes.panel}>
      <Title order={2}>{t("touches")}</Title>
      {touches.length === 0 && <Text c="dimmed">{t("noTouches")}</Text>}
      <ul className={classes.lines}>
        {touches.map(({ touchpointId, contactId, ownerName, name, kind, summary, at }) => (
          <li key={touchpointId}>
            <div>
              <strong>{kindName(kind)}</strong>
              {summary && t("contacts:touch.separator") + summary}
              <div className={classes.soft}>
                {contactId ? (
                  <AnchorLink to="/contacts/$contactId" params={{ contactId }} underline="hover" fz="inherit">
                    {name}
                  </AnchorLink>
                ) : (
                  t("somebody", { name: ownerName })
                )}
              </div>
            </div>
            <span className={classes.touched}>{dates.date(at, undefined, now)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
