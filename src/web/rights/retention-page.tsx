import { Button, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Retention, RetentionResult } from "#api/retention.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";
import { HoldsSection } from "#web/rights/holds-section.tsx";
import { MonthsInput } from "#web/rights/months-input.tsx";
import classes from "#web/rights/rights.module.css";
import { TypedErasure } from "#web/rights/typed-erasure.tsx";
import { useChangeRetention, usePreview, useRetention } from "#web/rights/use-retention.ts";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

/** How long what is kept, and what would go now. */
export function RetentionPage() {
  const { t } = useTranslation("rights");
  const rules = useRetention();
  const [isAsked, setAsked] = useState(false);
  const preview = usePreview(isAsked);
  const mayRun = useMay("retention:run");
  const mayChange = useMay("retention:write");
  return (
    <>
      <SectionHead title={t("retention.title")} text={t("retention.summary")}>
        <Button variant="default" loading={preview.isFetching} onClick={() => setAsked(true)}>
          {t("retention.preview")}
        </Button>
        {mayRun && preview.data && <RunButton />}
      </SectionHead>
      {rules.error && <ProblemAlert error={rules.error} onRetry={() => void rules.refetch()} />}
      {preview.error && <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />}
      {rules.isPending && <Loading rows={8} />}
      {rules.data && (
        <>
          <LastRun retention={rules.data} />
          {preview.data && <Text size="sm">{t("retention.previewText")}</Text>}
          {!mayChange && <Text c="dimmed">{t("retention.readOnly")}</Text>}
          <Rules retention={rules.data} preview={preview.data} mayChange={mayChange} />
          <HoldsSection />
        </>
      )}
    </>
  );
}

function LastRun({ retention: { lastRun } }: { retention: Retention }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  return (
    <Text size="sm" c="dimmed" mb="xs">
      {lastRun ? t("retention.lastRun", { when: dates.dateTime(lastRun.at) }) : t("retention.neverRun")}
    </Text>
  );
}

type RulesProps = { retention: Retention; preview: RetentionResult | undefined; mayChange: boolean };

function Rules({ retention, preview, mayChange }: RulesProps) {
  const { t } = useTranslation("rights");
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("retention.class")}</Table.Th>
            <Table.Th w={190}>{t("retention.months")}</Table.Th>
            <Table.Th>{t("retention.because")}</Table.Th>
            {preview && <Table.Th ta="right">{t("retention.due")}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {retention.classes.map((rule) => (
            <Table.Tr key={rule.dataClass}>
              <Table.Td>{t(`class.${rule.dataClass}`)}</Table.Td>
              <Table.Td>
                <Months rule={rule} mayChange={mayChange} />
              </Table.Td>
              <Table.Td className={classes.faint ?? ""}>{rule.citation}</Table.Td>
              {preview && (
                <Table.Td ta="right">
                  <Due preview={preview} dataClass={rule.dataClass} />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Months({ rule, mayChange }: { rule: Retention["classes"][number]; mayChange: boolean }) {
  const { t } = useTranslation("rights");
  const { months, defaultMonths, monthsMin } = rule;
  const hint = [
    months !== defaultMonths && t("retention.default", { months: defaultMonths ?? t("retention.forGood") }),
    monthsMin !== null && t("retention.min", { months: monthsMin }),
  ].filter(Boolean);
  return (
    <>
      {mayChange ? <MonthsInput rule={rule} /> : (months ?? t("retention.forGood"))}
      {hint.length > 0 && (
        <Text size="sm" className={classes.faint ?? ""}>
          {hint.join(", ")}
        </Text>
      )}
    </>
  );
}

function Due({ preview, dataClass }: { preview: RetentionResult; dataClass: string }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  const line = preview.classes.find((each) => each.dataClass === dataClass);
  if (!line?.before) return <>{t("retention.forGood")}</>;
  return (
    <>
      {dates.number(line.rows)}
      {line.held > 0 && (
        <Text size="sm" className={classes.faint ?? ""}>
          {t("retention.held", { count: line.held })}
        </Text>
      )}
    </>
  );
}

function RunButton() {
  const { t } = useTranslation("rights");
  const { run } = useChangeRetention();
  return (
    <TypedErasure
      action={t("retention.run")}
      text={t("retention.runText")}
      error={run.error}
      isPending={run.isPending}
      onConfirm={(onDone) => run.mutate(undefined, { onSuccess: onDone })}
    />
  );
}
