import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { getOptOutTimes, type Span } from "#api/compliance-reports.ts";
import { useDates } from "#web/platform/dates.ts";
import { request } from "#web/platform/request.ts";
import classes from "#web/rights/rights.module.css";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";

/** How long it took from a no to its being in force. */
export function OptOutSection({ span }: { span: Span }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  const { data, error, refetch } = useQuery({
    queryKey: ["compliance-reports", "opt-out-times", span],
    queryFn: () => request(getOptOutTimes, span),
  });
  const seconds = (value: number | null) =>
    value === null ? "–" : t("reports.seconds", { value: dates.number(value) });
  return (
    <Section title={t("reports.optOut")} text={t("reports.optOutText")}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={2} />}
      {data && (
        <dl className={classes.facts}>
          <dt>{t("reports.optOutCount")}</dt>
          <dd>{dates.number(data.count)}</dd>
          <dt>{t("reports.p50")}</dt>
          <dd>{seconds(data.p50Seconds)}</dd>
          <dt>{t("reports.p99")}</dt>
          <dd>{seconds(data.p99Seconds)}</dd>
          <dt>{t("reports.callsAfter")}</dt>
          <dd>{dates.number(data.callsAfter)}</dd>
        </dl>
      )}
    </Section>
  );
}
