import { useTranslation } from "react-i18next";
import type { ConsentProof } from "#api/compliance-reports.ts";
import { useDates } from "#web/platform/dates.ts";
import { Fact } from "#web/rights/proven-consent.tsx";
import classes from "#web/rights/rights.module.css";

/** One no, with its seal. */
export function ProvenRefusal({ refusal }: { refusal: ConsentProof["refusals"][number] }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  const { kind, point, channels, saidAt, endedAt, sealed } = refusal;
  return (
    <div className={classes.record}>
      <dl className={classes.facts}>
        <Fact name={t("proof.refusals")} value={[t(`refusal.${kind}`), point].filter(Boolean).join(": ")} />
        <Fact name={t("proof.channels")} value={channels ? dates.list(channels) : t("proof.allChannels")} />
        <Fact name={t("proof.said")} value={dates.dateTime(saidAt)} />
        <Fact name={t("proof.lifted")} value={endedAt ? dates.dateTime(endedAt) : t("proof.stands")} />
        {sealed && <Fact name={t("proof.sealed")} value={t("proof.seal", sealed)} />}
      </dl>
    </div>
  );
}
