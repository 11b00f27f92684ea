import { useTranslation } from "react-i18next";
import type { ProvenConsent } from "#api/compliance-reports.ts";
import { useDates } from "#web/platform/dates.ts";
import classes from "#web/rights/rights.module.css";

/** One consent with all that proves it. */
export function ProvenConsentFacts({ consent }: { consent: ProvenConsent }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  const { givenAt, form, purpose, channels, words, recordedBy, recordedAt, source, expiresAt, withdrawnAt } = consent;
  const { point, reliedOn, sealed } = consent;
  const facts: [string, string | null][] = [
    [t("proof.given"), dates.dateTime(givenAt)],
    [t("proof.form"), t(`form.${form}`)],
    [t("proof.purpose"), purpose],
    [t("proof.channels"), [dates.list(channels), point].filter(Boolean).join(": ")],
    [t("proof.words"), words],
    [t("proof.recorded"), [recordedBy ?? t("byProgram"), dates.dateTime(recordedAt)].join(", ")],
    [t("proof.file"), source && fileOf(source, t("access.file", { file: source.file, line: source.line ?? "–" }))],
    [t("proof.expires"), expiresAt && dates.dateTime(expiresAt)],
    [t("proof.withdrawn"), withdrawnAt ? dates.dateTime(withdrawnAt) : t("proof.stands")],
    [
      t("proof.reliedOn"),
      [dates.number(reliedOn.attempts), reliedOn.lastAt && dates.dateTime(reliedOn.lastAt)].filter(Boolean).join(", "),
    ],
    [t("proof.sealed"), sealed && t("proof.seal", sealed)],
  ];
  return (
    <div className={classes.record}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => value && <Fact key={name} name={name} value={value} />)}
      </dl>
    </div>
  );
}

function fileOf({ fileHash }: NonNullable<ProvenConsent["source"]>, text: string): string {
  return fileHash ? `${text} (sha256 ${fileHash})` : text;
}

/** One line of a paper. */
export function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
