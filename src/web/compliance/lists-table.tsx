import { Badge, Button, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ListCopy } from "#api/number-lists.ts";
import { useDates } from "#web/platform/dates.ts";

type Props = { copies: ListCopy[]; onWithdraw: ((copy: ListCopy) => void) | undefined };

/** A row for each copy: whose numbers, of which day, and how long it may be relied on. */
export function ListsTable({ copies, onWithdraw }: Props) {
  const { t } = useTranslation("compliance");
  return (
    <Table.ScrollContainer minWidth={640} mb="lg">
      <Table aria-label={t("tabs.lists")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("lists.list")}</Table.Th>
            <Table.Th ta="right">{t("lists.numbers")}</Table.Th>
            <Table.Th>{t("lists.copiedOn")}</Table.Th>
            <Table.Th>{t("lists.fresh")}</Table.Th>
            <Table.Th>{t("lists.importedBy")}</Table.Th>
            {onWithdraw && <Table.Th aria-label={t("lists.actions")} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {copies.map((copy) => (
            <CopyRow key={copy.id} copy={copy} onWithdraw={onWithdraw} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function CopyRow({ copy, onWithdraw }: Omit<Props, "copies"> & { copy: ListCopy }) {
  const { t } = useTranslation("compliance");
  const dates = useDates();
  const { list, numbers, areaCodes, copiedOn, datedBy, ageDays, freshUntil, isFresh, importedBy, importedAt } = copy;
  const day = (text: string) => dates.date(new Date(`${text}T12:00:00Z`), "Etc/UTC", importedAt);
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{list}</Text>
        {areaCodes !== null && (
          <Text size="sm" c="dimmed">
            {areaCodes.length > 0 ? t("lists.areaCodes", { count: areaCodes.length }) : t("lists.additions")}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{dates.number(numbers)}</Table.Td>
      <Table.Td>
        <Text>{day(copiedOn)}</Text>
        <Text size="sm" c="dimmed">
          {t("lists.age", { count: ageDays })}
          {datedBy === "import" && ` · ${t("lists.assumed")}`}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={isFresh ? "green" : "red"}>
          {isFresh ? t("lists.good") : t("lists.stale")}
        </Badge>
        <Text size="sm" c="dimmed">
          {t("lists.until", { day: day(freshUntil) })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{importedBy.name}</Text>
        <Text size="sm" c="dimmed">
          {dates.dateTime(importedAt)}
        </Text>
      </Table.Td>
      {onWithdraw && (
        <Table.Td>
          <Button variant="default" size="xs" onClick={() => onWithdraw(copy)} aria-label={t("withdraw.of", { list })}>
            {t("withdraw.do")}
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  );
}
