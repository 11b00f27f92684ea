import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ImportPreview, PreviewPerson, PreviewRow } from "#api/imports.ts";
import classes from "#web/imports/imports.module.css";
import { Panel } from "#web/imports/panel.tsx";
import { RowOutcome } from "#web/imports/row-outcome.tsx";
import { now } from "#web/platform/clock.ts";
import { useDates } from "#web/platform/dates.ts";
import { useSession } from "#web/platform/session.ts";
import { AnchorLink } from "#web/ui/anchor-link.tsx";
import { useKindName } from "#web/ui/kind-name.ts";

type Props = { preview: ImportPreview /** New answers are being worked out. */; isStale: boolean };

/** The first rows as they will become. */
export function PreviewRows({ preview: { rows, complete }, isStale }: Props) {
  const { t } = useTranslation("imports");
  return (
    <Panel title={t(complete ? "preview.titleAll" : "preview.title", { number: rows.length })} text={t("preview.text")}>
      <Table className={`${classes.rows} ${isStale ? classes.stale : ""}`} aria-busy={isStale} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={52}>{t("row.line")}</Table.Th>
            <Table.Th>{t("row.person")}</Table.Th>
            <Table.Th>{t("row.history")}</Table.Th>
            <Table.Th>{t("row.outcome")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.line}>
              <Table.Td c="dimmed">{row.line}</Table.Td>
              <Table.Td className={classes.cell ?? ""}>
                {row.people.map((person) => (
                  <Person key={`${person.name} ${person.emails.join()} ${person.phones.join()}`} person={person} />
                ))}
              </Table.Td>
              <Table.Td className={classes.cell ?? ""}>
                <History row={row} />
              </Table.Td>
              <Table.Td className={classes.cell ?? ""}>
                <RowOutcome outcome={row.outcome} reason={row.reason} warnings={row.warnings} isFuture />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

function Person({ person: { name, company, jobTitle, emails, phones, profiles, knownAs } }: { person: PreviewPerson }) {
  const { t } = useTranslation("imports");
  return (
    <div>
      <Text fw={600}>{name}</Text>
      {(jobTitle || company) && <Text size="sm">{[jobTitle, company].filter(Boolean).join(", ")}</Text>}
      <Text size="sm" c="dimmed">
        {[...emails, ...phones, ...profiles].join(" · ") || t("row.noPoints")}
      </Text>
      {knownAs && (
        <AnchorLink to="/contacts/$contactId" params={{ contactId: knownAs.id }} size="sm">
          {t("row.knownAs", { name: knownAs.name })}
        </AnchorLink>
      )}
    </div>
  );
}

function History({ row: { touchpoints, consents, optOuts } }: { row: PreviewRow }) {
  const { t } = useTranslation("imports");
  const kindName = useKindName();
  const dates = useDates();
  const { current } = useSession();
  const channels = (given: readonly string[]) =>
    dates.list(given.map((channel) => t(`channels.${channel}`, { defaultValue: channel })));
  return (
    <>
      {touchpoints.map(({ kind, occurredAt, verification, summary }) => (
        <Text size="sm" key={`${kind} ${occurredAt.toISOString()} ${summary}`}>
          {kindName(kind)},{" "}
          <time dateTime={occurredAt.toISOString()}>{dates.date(occurredAt, current.timeZone, now())}</time>
          {summary && ` · ${summary}`}
          {verification === "claimed" && (
            <Text span inherit c="dimmed">
              {` · ${t("row.claimed")}`}
            </Text>
          )}
        </Text>
      ))}
      {consents.map((consent) => (
        <Text size="sm" key={consent.words}>
          {t("row.consent", { channels: channels(consent.channels), words: consent.words })}
        </Text>
      ))}
      {optOuts.map((kind) => (
        <Text size="sm" fw={600} key={kind}>
          {t("row.optOut", { kind: t(`optOuts.${kind}`, { defaultValue: kind }) })}
        </Text>
      ))}
    </>
  );
}
