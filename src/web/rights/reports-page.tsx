import { Button, Group, Text } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { downloadCallDetail, type Span } from "#api/compliance-reports.ts";
import { daysAfter, localDay } from "#domain/time.ts";
import { ContactSelect } from "#web/contacts/contact-select.tsx";
import { useNow } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { download } from "#web/platform/request.ts";
import { useMay } from "#web/platform/session.ts";
import { CertificatesSection } from "#web/rights/certificates-section.tsx";
import { DecisionsSection } from "#web/rights/decisions-section.tsx";
import { OptOutSection } from "#web/rights/opt-out-section.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const route = getRouteApi("/signed-in/frame/compliance/reports");
const shownDays = 30;

/** What an authority or an auditor asks for. */
export function ReportsPage() {
  const { t } = useTranslation("rights");
  const today = localDay(useNow(), ownTimeZone);
  const { from = daysAfter(today, -shownDays), to = today } = route.useSearch();
  const navigate = route.useNavigate();
  const span: Span = { from, to };
  const show = (changed: Partial<Span>) => void navigate({ search: { ...span, ...changed } });
  return (
    <>
      <SectionHead title={t("reports.title")} text={t("reports.summary")} />
      <Group gap="sm" mb="md" align="end">
        <DateInput
          valueFormat="YYYY-MM-DD"
          label={t("reports.from")}
          value={from}
          maxDate={to}
          onChange={(day) => day && show({ from: day })}
        />
        <DateInput
          valueFormat="YYYY-MM-DD"
          label={t("reports.to")}
          value={to}
          maxDate={today}
          onChange={(day) => day && show({ to: day })}
        />
      </Group>
      <CallDetail span={span} />
      <OptOutSection span={span} />
      <DecisionsSection span={span} />
      <Proof />
      <Section title={t("reports.register")} text={t("reports.registerText")}>
        <Group>
          <LinkButton to="/compliance/processing-register" variant="default">
            {t("reports.registerOpen")}
          </LinkButton>
        </Group>
      </Section>
      <CertificatesSection />
    </>
  );
}

function CallDetail({ span }: { span: Span }) {
  const { t } = useTranslation("rights");
  const mayExport = useMay("record:export");
  const [error, setError] = useState<unknown>();
  const take = () => {
    setError(undefined);
    download(downloadCallDetail, span).catch(setError);
  };
  if (!mayExport) return null;
  return (
    <Section title={t("reports.callDetail")} text={t("reports.callDetailText")}>
      <Group>
        <Button variant="default" onClick={take}>
          {t("reports.download")}
        </Button>
      </Group>
      {error !== undefined && <ProblemAlert error={error} />}
    </Section>
  );
}

function Proof() {
  const { t } = useTranslation("rights");
  const navigate = useNavigate();
  const [contactId, setContactId] = useState<string>();
  return (
    <Section title={t("reports.proof")} text={<Text span>{t("reports.proofText")}</Text>}>
      <Group align="end">
        <ContactSelect label={t("new.contact")} value={contactId} onChange={setContactId} />
        <Button
          variant="default"
          disabled={!contactId}
          onClick={() =>
            contactId && void navigate({ to: "/contacts/$contactId/consent-proof", params: { contactId } })
          }
        >
          {t("reports.registerOpen")}
        </Button>
      </Group>
    </Section>
  );
}
