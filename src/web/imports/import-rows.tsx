import { Button, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ImportRow } from "#api/imports.ts";
import classes from "#web/imports/imports.module.css";
import { Panel } from "#web/imports/panel.tsx";
import { RowOutcome } from "#web/imports/row-outcome.tsx";
import { type RowsShown, useImportRows } from "#web/imports/use-import.ts";
import { AnchorLink } from "#web/ui/anchor-link.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** The rows of one outcome, each with its reason and what stood in the file. */
export function ImportRows({ importId, shown }: { importId: string; shown: RowsShown }) {
  const { t } = useTranslation("imports");
  const list = useImportRows(importId, shown);
  return (
    <Panel title={t(`rowsOf.${shown}`)}>
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading rows={4} height={36} />}
      {list.isSuccess && list.rows.length === 0 && <Text c="dimmed">{t("rows.none")}</Text>}
      {list.rows.length > 0 && (
        <Table className={classes.rows ?? ""} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={52}>{t("row.line")}</Table.Th>
              <Table.Th>{t("row.contact")}</Table.Th>
              <Table.Th>{t("row.outcome")}</Table.Th>
              <Table.Th>{t("row.cells")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.rows.map((row) => (
              <Row key={row.line} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Panel>
  );
}

function Row({ row: { line, outcome, reason, warnings, cells, contact } }: { row: ImportRow }) {
  const { t } = useTranslation("imports");
  const filled = Object.entries(cells ?? {}).filter(([, value]) => value !== "");
  return (
    <Table.Tr>
      <Table.Td c="dimmed">{line}</Table.Td>
      <Table.Td className={classes.cell ?? ""}>
        {contact && (
          <AnchorLink to="/contacts/$contactId" params={{ contactId: contact.id }}>
            {contact.name || t("row.nameless")}
          </AnchorLink>
        )}
      </Table.Td>
      <Table.Td className={classes.cell ?? ""}>
        <RowOutcome outcome={outcome} reason={reason} warnings={warnings} />
      </Table.Td>
      <Table.Td className={classes.cell ?? ""}>
        {filled.length > 0 && (
          <details>
            <summary>{t("row.showCells", { line })}</summary>
            {filled.map(([column, value]) => (
              <Text size="sm" key={column}>
                <Text span inherit c="dimmed">
                  {column}
                </Text>{" "}
                {value}
              </Text>
            ))}
          </details>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
