import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { listAccessLog } from "#api/team.ts";
import { request } from "#web/platform/request.ts";
import { PagedList } from "#web/team/paged-list.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";
import { Section } from "#web/ui/section.tsx";
import { usePages } from "#web/ui/use-pages.ts";

/** Who saw full numbers and who exported. */
export function AccessSection() {
  const { t } = useTranslation("team");
  const log = usePages(["team", "access"], (cursor) =>
    request(listAccessLog, { limit: 50, ...(cursor && { cursor }) }),
  );
  return (
    <Section title={t("access.title")} text={t("access.text")}>
      <PagedList pages={log} empty={t("access.none")}>
        {(items) => (
          <Table.ScrollContainer minWidth={520}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("access.when")}</Table.Th>
                  <Table.Th>{t("access.who")}</Table.Th>
                  <Table.Th>{t("access.what")}</Table.Th>
                  <Table.Th>{t("access.whose")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((entry) => (
                  <Table.Tr key={entry.id}>
                    <Table.Td>
                      <LocalTime at={entry.happenedAt} />
                    </Table.Td>
                    <Table.Td>{entry.memberName}</Table.Td>
                    <Table.Td>{t(`actions.${entry.action}`, { defaultValue: entry.action })}</Table.Td>
                    <Table.Td>{entry.contactName}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </PagedList>
    </Section>
  );
}
