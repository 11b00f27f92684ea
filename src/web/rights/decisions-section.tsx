import { Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { countDecisions, type DecisionCounts, type Span } from "#api/compliance-reports.ts";
import { request } from "#web/platform/request.ts";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";

/** What the gate answered, by person and by rule. */
export function DecisionsSection({ span }: { span: Span }) {
  const { t } = useTranslation("rights");
  const { data, error, refetch } = useQuery({
    queryKey: ["compliance-reports", "decisions", span],
    queryFn: () => request(countDecisions, span),
  });
  return (
    <Section title={t("reports.decisions")} text={t("reports.decisionsText")}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {data && data.verdicts.length === 0 && <Text c="dimmed">{t("reports.noDecisions")}</Text>}
      {data && data.verdicts.length > 0 && (
        <>
          <Verdicts verdicts={data.verdicts} />
          <Rules rules={data.rules} />
        </>
      )}
    </Section>
  );
}

function Verdicts({ verdicts }: Pick<DecisionCounts, "verdicts">) {
  const { t } = useTranslation("rights");
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("reports.who")}</Table.Th>
            <Table.Th ta="right">{t("reports.allow")}</Table.Th>
            <Table.Th ta="right">{t("reports.defer")}</Table.Th>
            <Table.Th ta="right">{t("reports.deny")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {verdicts.map(({ user, allow, defer, deny }) => (
            <Table.Tr key={user}>
              <Table.Td>{user}</Table.Td>
              <Table.Td ta="right">{allow}</Table.Td>
              <Table.Td ta="right">{defer}</Table.Td>
              <Table.Td ta="right">{deny}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Rules({ rules }: Pick<DecisionCounts, "rules">) {
  const { t } = useTranslation("rights");
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("reports.rule")}</Table.Th>
            <Table.Th>{t("reports.effect")}</Table.Th>
            <Table.Th>{t("reports.who")}</Table.Th>
            <Table.Th ta="right">{t("reports.count")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map(({ id, effect, citation, user, count }) => (
            <Table.Tr key={`${id} ${effect} ${user}`}>
              <Table.Td title={citation}>{id}</Table.Td>
              <Table.Td>{t(`effect.${effect}`)}</Table.Td>
              <Table.Td>{user}</Table.Td>
              <Table.Td ta="right">{count}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
