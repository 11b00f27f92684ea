import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ColleagueTouch, Contact } from "#api/contacts.ts";
import classes from "#web/contacts/contact.module.css";
import { Panel } from "#web/contacts/panel.tsx";
import { useNow } from "#web/platform/clock.ts";
import { useDates } from "#web/platform/dates.ts";
import { AnchorLink } from "#web/ui/anchor-link.tsx";
import { useKindName } from "#web/ui/kind-name.ts";
import { TemperatureBadge } from "#web/ui/temperature-badge.tsx";

type Props = { contact: Contact; account: { id: string; name: string } };

/** What happened with colleagues: a way in, and never a contact with this person. */
export function AccountPanel({ contact, account }: Props) {
  const { t } = useTranslation("contacts");
  const { colleagues } = contact;
  return (
    <Panel
      title={account.name}
      action={
        <AnchorLink to="/accounts/$accountId" params={{ accountId: account.id }} size="sm">
          {t("account.open")}
        </AnchorLink>
      }
    >
      {colleagues.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t("account.nothing")}
        </Text>
      ) : (
        <>
          <ul className={classes.list}>
            {colleagues.map((touch) => (
              <Colleague key={`${touch.contactId} ${touch.kind} ${touch.at.getTime()}`} touch={touch} />
            ))}
          </ul>
          <Text size="xs" c="dimmed" mt={6}>
            {t("account.why", { name: contact.fullName })}
          </Text>
        </>
      )}
    </Panel>
  );
}

function Colleague({ touch }: { touch: ColleagueTouch }) {
  const { t } = useTranslation("contacts");
  const kindName = useKindName();
  const dates = useDates();
  const now = useNow();
  return (
    <li>
      <div>
        {touch.contactId ? (
          <AnchorLink to="/contacts/$contactId" params={{ contactId: touch.contactId }} underline="hover">
            {touch.name}
          </AnchorLink>
        ) : (
          <span className={classes.soft}>{t("account.somebody", { name: touch.ownerName })}</span>
        )}
        <div className={classes.faint}>
          {t("account.touched", { kind: kindName(touch.kind), date: dates.date(touch.at, undefined, now) })}
        </div>
      </div>
      <TemperatureBadge temperature={touch.temperature} />
    </li>
  );
}
