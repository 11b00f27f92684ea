import { Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Disclosure, type DisclosureSection, discloseContact, downloadPortable } from "#api/disclosure.ts";
import { useDates } from "#web/platform/dates.ts";
import { download, request } from "#web/platform/request.ts";
import { PrintButton } from "#web/rights/print-button.tsx";
import classes from "#web/rights/rights.module.css";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/frame/contacts/$contactId/disclosure");

/** Everything that is held about a person, to read, to print and to send. */
export function DisclosurePage() {
  const { contactId } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ["disclosure", contactId],
    queryFn: () => request(discloseContact, { id: contactId }),
    // It is logged each time: not again because a window came back to the front.
    refetchOnWindowFocus: false,
  });
  return (
    <Page>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && <Held disclosure={data} />}
    </Page>
  );
}

function Held({ disclosure }: { disclosure: Disclosure }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  const { contactId, name, at, controller, sections } = disclosure;
  const { country, postalAddress } = controller;
  return (
    <>
      <PageHeader title={t("access.title", { name })} summary={t("access.summary", { when: dates.dateTime(at) })}>
        <PrintButton />
        <Button
          className={classes.noPrint ?? ""}
          variant="default"
          onClick={() => void download(downloadPortable, { id: contactId })}
        >
          {t("step.portable")}
        </Button>
      </PageHeader>
      <Text mb="md">
        {t("access.controller", { name: controller.name, country: country ?? "", address: postalAddress })}
      </Text>
      <Text mb="md">{t("access.rights")}</Text>
      {sections.map((section) => (
        <PlaceSection key={section.place} section={section} />
      ))}
    </>
  );
}

function PlaceSection({ section: { place, rows } }: { section: DisclosureSection }) {
  const { t } = useTranslation("rights");
  return (
    <section>
      <Title order={2} mt="lg">
        {t(`place.${place}`)}
      </Title>
      <Text size="sm" className={classes.faint}>
        {t("access.count", { count: rows.length })}
      </Text>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report that is read once; its rows have no other name
        <Row key={index} row={row} />
      ))}
    </section>
  );
}

function Row({ row: { values, source } }: { row: DisclosureSection["rows"][number] }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  const from = [
    source.file && (source.line ? t("access.file", { file: source.file, line: source.line }) : source.file),
    source.by,
    source.at && dates.dateTime(source.at),
  ].filter(Boolean);
  return (
    <div className={classes.record}>
      <dl className={classes.facts}>
        {Object.entries(values).map(([column, value]) => (
          <div key={column} style={{ display: "contents" }}>
            <dt>{t(`column.${column}`)}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
        {from.length > 0 && (
          <>
            <dt>{t("access.source")}</dt>
            <dd className={classes.faint}>{from.join(", ")}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

function Value({ value }: { value: unknown }) {
  const dates = useDates();
  if (typeof value === "string" && instant.test(value)) return dates.dateTime(new Date(value));
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value.join(", ");
  return <pre className={classes.json}>{JSON.stringify(value, null, 1)}</pre>;
}
