import { Group, Text, Title } from "@mantine/core";
import { IconPhone } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Contact } from "#api/contacts.ts";
import { localTime } from "#domain/time.ts";
import { ContactMenu } from "#web/contacts/contact-menu.tsx";
import { useNow } from "#web/platform/clock.ts";
import { usePageTitle } from "#web/platform/page-title.ts";
import { useMay } from "#web/platform/session.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { AnchorLink } from "#web/ui/anchor-link.tsx";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { TemperatureBadge } from "#web/ui/temperature-badge.tsx";

/** Who it is, whose, what time it is there, and the way to the call. */
export function ContactHeader({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const { id, fullName, owner, state } = contact;
  const navigate = useNavigate();
  const mayCall = useMay("calls:make") && state === "active";
  const mayWrite = useMay("contacts:write");
  usePageTitle(fullName);
  const params = { contactId: id };
  useCommands([
    ...(mayCall
      ? [
          {
            id: "call",
            label: t("call"),
            keys: "c",
            run: () => void navigate({ to: "/call/$contactId", params, search: {} }),
          },
        ]
      : []),
    ...(mayWrite
      ? [
          {
            id: "edit-contact",
            label: t("edit.open"),
            keys: "e",
            run: () => void navigate({ to: "/contacts/$contactId/edit", params }),
          },
        ]
      : []),
    { id: "contacts", label: t("backToList"), keys: "u", run: () => void navigate({ to: "/contacts" }) },
  ]);
  return (
    <header>
      <AnchorLink to="/contacts" size="sm" c="dimmed" underline="hover" aria-keyshortcuts="u">
        ← {t("title")}
      </AnchorLink>
      <Group justify="space-between" gap="sm" align="start">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Title order={1} tabIndex={-1}>
              {fullName}
            </Title>
            <TemperatureBadge temperature={contact.temperature} />
          </Group>
          <Work contact={contact} />
          <Text size="sm" c="dimmed">
            {owner ? t("header.owner", { name: owner.name }) : t("header.unassigned")}
          </Text>
        </div>
        <Group gap="xs">
          {mayCall && (
            <LinkButton
              to="/call/$contactId"
              params={params}
              search={{}}
              leftSection={<IconPhone size={16} aria-hidden />}
              variant={contact.closedBecause ? "default" : "filled"}
              aria-keyshortcuts="c"
            >
              {t("call")} <KeyHint keys="c" />
            </LinkButton>
          )}
          {mayWrite && (
            <LinkButton to="/contacts/$contactId/edit" params={params} variant="default" aria-keyshortcuts="e">
              {t("edit.open")} <KeyHint keys="e" />
            </LinkButton>
          )}
          <ContactMenu contact={contact} />
        </Group>
      </Group>
    </header>
  );
}

function Work({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const now = useNow();
  const { jobTitle, account, place, timeZone } = contact;
  const there = timeZone && t("header.there", { time: localTime(now, timeZone).clock });
  const where = [place, there].filter(Boolean).join(", ");
  return (
    <Text>
      {jobTitle}
      {jobTitle && account && ", "}
      {account && (
        <AnchorLink to="/accounts/$accountId" params={{ accountId: account.id }} underline="hover">
          {account.name}
        </AnchorLink>
      )}
      {(jobTitle || account) && where && " · "}
      {where}
    </Text>
  );
}
