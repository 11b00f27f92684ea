import { useTranslation } from "react-i18next";
import type { GateDecision } from "#api/decisions.ts";
import classes from "#web/gate/gate.module.css";

/** Allowed, later, no. Green stands for "allowed" alone. */
export function VerdictMark({ verdict }: Pick<GateDecision, "verdict">) {
  const { t } = useTranslation("gate");
  return (
    <span className={`${classes.verdict} ${verdict === "allow" ? classes.yes : ""}`}>{t(`verdict.${verdict}`)}</span>
  );
}
