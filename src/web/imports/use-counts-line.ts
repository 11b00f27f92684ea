import { useTranslation } from "react-i18next";
import { type ImportCounts, Outcome } from "#api/imports.ts";
import { useDates } from "#web/platform/dates.ts";

/** "12 created · 3 rejected", without those that are none. */
export function useCountsLine(): (counts: ImportCounts) => string {
  const { t } = useTranslation("imports");
  const dates = useDates();
  return (counts) =>
    Outcome.options
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => t("counts.each", { number: dates.number(counts[outcome]), outcome: t(`outcome.${outcome}`) }))
      .join(" · ");
}
