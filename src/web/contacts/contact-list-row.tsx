import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ContactRow } from "#api/contacts.ts";
import classes from "#web/contacts/contacts.module.css";
import { rowId } from "#web/contacts/use-list-commands.ts";
import { useDates } from "#web/platform/dates.ts";
import { TemperatureBadge } from "#web/ui/temperature-badge.tsx";
import { WindowBar } from "#web/ui/window-bar.tsx";

type Props = { row: ContactRow; now: Date; isTicked: boolean; onToggle: (id: string) => void };

const tagsShown = 3;

/** One person of the list. Thousands may stand below each other, so a row is drawn again only when it changes. */
export const ContactListRow = memo(function ContactListRow({ row, now, isTicked, onToggle }: Props) {
  const { t } = useTranslation("contacts");
  const { id, name, jobTitle, account, temperature, heat, owner, closedBecause } = row;
  return (
    <tr className={classes.row} data-contact={id} aria-selected={isTicked}>
      <td className={classes.tick}>
        <Checkbox size="xs" aria-label={t("list.tickOne", { name })} checked={isTicked} onChange={() => onToggle(id)} />
      </td>
      <td className={classes.who}>
        <Link to="/contacts/$contactId" params={{ contactId: id }} id={rowId(id)} className={classes.name}>
          {name}
        </Link>
        <div className={classes.about}>
          <span className={classes.soft}>{jobTitle}</span>
          {jobTitle && closedBecause && <span className={classes.faint}> · </span>}
          {closedBecause && (
            <span className={closedBecause === "suppressed" ? classes.stop : classes.faint}>
              {t(`closed.${closedBecause}.short`)}
            </span>
          )}
        </div>
      </td>
      <td className={classes.account}>
        {account && (
          <Link to="/accounts/$accountId" params={{ accountId: account.id }} className={classes.plain}>
            {account.name}
          </Link>
        )}
      </td>
      <td className={classes.temperature}>
        <TemperatureBadge temperature={temperature} />
      </td>
      <td className={classes.heat} title={t("heat.of100", { heat: Math.round(heat) })}>
        {Math.round(heat)}
      </td>
      <td className={classes.window}>
        <WindowBar window={row.window} temperature={temperature} now={now} />
      </td>
      <td className={classes.touched}>
        <LastTouch at={row.lastTouchAt} now={now} />
      </td>
      <td className={classes.owner}>
        {owner ? owner.name : <span className={classes.faint}>{t("owner.nobody")}</span>}
      </td>
      <Tags tags={row.tags} />
    </tr>
  );
});

function LastTouch({ at, now }: { at: Date | null; now: Date }) {
  const { t } = useTranslation("contacts");
  const dates = useDates();
  if (!at) return <span className={classes.faint}>{t("list.neverTouched")}</span>;
  return (
    <time dateTime={at.toISOString()} title={dates.dateTime(at)}>
      {dates.date(at, undefined, now)}
    </time>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <td className={classes.tags} title={tags.join(", ")}>
      {tags.slice(0, tagsShown).map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
      {tags.length > tagsShown && <span className={classes.faint}>+{tags.length - tagsShown}</span>}
    </td>
  );
}
