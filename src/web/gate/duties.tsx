import { useTranslation } from "react-i18next";
import type { GateDecision } from "#api/decisions.ts";
import classes from "#web/gate/gate.module.css";
import { useGateText } from "#web/gate/use-gate-text.ts";

/** What has to be said in the call, before it is made. */
export function Duties({ decision }: { decision: GateDecision }) {
  const { t } = useTranslation("gate");
  const { duties } = useGateText();
  const all = duties(decision);
  if (all.length === 0) return null;
  return (
    <details className={classes.more}>
      <summary>{t("duties", { count: all.length })}</summary>
      <ul className={classes.duties}>
        {all.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
