import { Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Certificate, getCertificate } from "#api/disclosure.ts";
import { useDates } from "#web/platform/dates.ts";
import { request } from "#web/platform/request.ts";
import { PrintButton } from "#web/rights/print-button.tsx";
import classes from "#web/rights/rights.module.css";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/frame/compliance/certificates/$certificateId");

/** What was erased where, to print and to send. */
export function CertificatePage() {
  const { certificateId } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ["erasure-certificates", certificateId],
    queryFn: () => request(getCertificate, { id: certificateId }),
  });
  return (
    <Page maxWidth={860}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && <Paper certificate={data} />}
    </Page>
  );
}

function Paper({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  const { id, erasedAt, erasedBy, ledgerErasureId, kept } = certificate;
  return (
    <>
      <PageHeader
        title={t("certificate.title")}
        summary={t("certificate.summary", { when: dates.dateTime(erasedAt), by: erasedBy ?? t("byProgram") })}
      >
        <PrintButton />
      </PageHeader>
      <Text className={classes.code ?? ""}>
        {t("certificate.number")}: {id}
      </Text>
      <Places certificate={certificate} />
      <Files certificate={certificate} />
      <Title order={2} mt="lg">
        {t("certificate.keptTitle")}
      </Title>
      <Text>{t("certificate.keptText", { ledger: ledgerErasureId ?? "" })}</Text>
      <dl className={classes.facts}>
        {Object.entries(kept).map(([kind, count]) => (
          <div key={kind} style={{ display: "contents" }}>
            <dt>{t(`certificate.hashes.${kind}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <Text mt="md" c="dimmed">
        {t("certificate.backups")}
      </Text>
    </>
  );
}

function Places({ certificate: { places } }: { certificate: Certificate }) {
  const { t } = useTranslation("rights");
  return (
    <Table mt="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("certificate.where")}</Table.Th>
          <Table.Th>{t("certificate.what")}</Table.Th>
          <Table.Th ta="right">{t("certificate.rows")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {places.map(({ table, action, rows, why }) => (
          <Table.Tr key={`${table} ${action}`}>
            <Table.Td>{t(`place.${table}`)}</Table.Td>
            <Table.Td>
              {t(`certificate.${action}`)}
              {action === "mentioned" && <div className={classes.code}>{why}</div>}
            </Table.Td>
            <Table.Td ta="right">{rows}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Files({ certificate: { files } }: { certificate: Certificate }) {
  const { t } = useTranslation("rights");
  return (
    <>
      <Title order={2} mt="lg">
        {t("certificate.files")}
      </Title>
      {files.length === 0 && <Text>{t("certificate.noFiles")}</Text>}
      {files.map(({ importId, file, became, rows }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one import may have several attachments, and none has a name here
        <Text key={index}>
          {t(`certificate.${file}`)} {importId.slice(0, 8)}: {t(`certificate.became.${became}`)}
          {rows > 0 && ` (${t("access.count", { count: rows })})`}
        </Text>
      ))}
    </>
  );
}
