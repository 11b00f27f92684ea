import { useTranslation } from "react-i18next";
import classes from "#web/gate/gate.module.css";
import type { SpokenRule } from "#web/gate/gate-sentence.ts";
import { ownTimeZone, useDates } from "#web/platform/dates.ts";

/** Rules in their own words, with name, citation and whose they are. The packs are written in English. */
export function RuleList({ rules }: { rules: readonly SpokenRule[] }) {
  const { t } = useTranslation("gate");
  const dates = useDates();
  if (rules.length === 0) return null;
  return (
    <ul className={classes.rules}>
      {rules.map(({ id, effect, basis, citation, reason, until, contested }) => (
        <li key={`${id} ${effect} ${reason}`}>
          <div lang="en">{reason}</div>
          <div className={classes.source}>
            <code>{id}</code> · <span lang="en">{citation}</span> · {t(`whose.${basis}`)} · {t(`effect.${effect}`)}
            {until && ` ${t("until", { when: dates.dateTime(new Date(until), ownTimeZone) })}`}
            {contested && <span className={classes.mark}>{t("contested")}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}
