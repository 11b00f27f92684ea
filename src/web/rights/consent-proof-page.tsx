import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type ConsentProof, getConsentProof } from "#api/compliance-reports.ts";
import { useDates } from "#web/platform/dates.ts";
import { request } from "#web/platform/request.ts";
import { PrintButton } from "#web/rights/print-button.tsx";
import { ProvenConsentFacts } from "#web/rights/proven-consent.tsx";
import { ProvenRefusal } from "#web/rights/proven-refusal.tsx";
import classes from "#web/rights/rights.module.css";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/frame/contacts/$contactId/consent-proof");

/** What one person permitted and refused, fit for a regulator. */
export function ConsentProofPage() {
  const { contactId } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ["compliance-reports", "consent-proof", contactId],
    queryFn: () => request(getConsentProof, { id: contactId }),
    // It is logged each time: not again because a window came back to the front.
    refetchOnWindowFocus: false,
  });
  return (
    <Page maxWidth={860}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && <Proof proof={data} />}
    </Page>
  );
}

function Proof({ proof }: { proof: ConsentProof }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  const { contact, at, controller, points, consents, refusals, record } = proof;
  const { name, country, postalAddress } = controller;
  return (
    <>
      <PageHeader
        title={t("proof.title", { name: contact.name })}
        summary={t("proof.summary", { when: dates.dateTime(at) })}
      >
        <PrintButton />
      </PageHeader>
      <Text>{t("access.controller", { name, country: country ?? "", address: postalAddress })}</Text>
      <Title order={2} mt="lg">
        {t("proof.points")}
      </Title>
      <Text>{points.map(({ value }) => value).join(", ")}</Text>
      <Title order={2} mt="lg">
        {t("proof.consents")}
      </Title>
      {consents.length === 0 && <Text c="dimmed">{t("proof.noConsents")}</Text>}
      {consents.map((consent) => (
        <ProvenConsentFacts key={consent.id} consent={consent} />
      ))}
      <Title order={2} mt="lg">
        {t("proof.refusals")}
      </Title>
      {refusals.length === 0 && <Text c="dimmed">{t("proof.noRefusals")}</Text>}
      {refusals.map((refusal) => (
        <ProvenRefusal key={refusal.id} refusal={refusal} />
      ))}
      {record && (
        <Text mt="lg" className={classes.code ?? ""}>
          {t("proof.record", { block: record.block, hash: record.hash, key: record.signedWith })}
        </Text>
      )}
    </>
  );
}
