import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { RulePackRow } from "#api/rule-packs.ts";
import classes from "#web/gate/gate.module.css";
import { useRuleWords } from "#web/gate/use-rule-words.ts";

/** One rule as a lawyer reads it: what it says, where that stands, whom it binds, what it does and what lifts it. */
export function RuleCard({ rule }: { rule: RulePackRow }) {
  const { t } = useTranslation("gate");
  const lines = useRuleWords()(rule);
  const { id, says, citation, confidence, source, basis, contested, when, unless, corrects } = rule;
  const asRead = { rule: rule.rule, ...(when ? { when } : {}), ...(unless.length > 0 ? { unless } : {}) };
  return (
    <article className={classes.rule} aria-label={id}>
      <h3 lang="en">{says}</h3>
      <dl className={classes.question}>
        <dt>{t("card.rule")}</dt>
        <dd>
          <code>{id}</code> · <span lang="en">{citation}</span> · {t(`whose.${basis}`)}
          {contested && <span className={classes.mark}>{t("contested")}</span>}
        </dd>
        <dt>{t("card.source")}</dt>
        <dd>
          {source} · {t(`confidence.${confidence}`)}
        </dd>
        {lines.map(({ name, text }) => (
          <Fragment key={name}>
            <dt>{t(`card.${name}`)}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
        {unless.length > 0 && (
          <>
            <dt>{t("card.unless")}</dt>
            <dd lang="en">
              {unless.map((lift) => (
                <div key={JSON.stringify(lift)}>{String(lift.says ?? "")}</div>
              ))}
            </dd>
          </>
        )}
        {corrects && (
          <>
            <dt>{t("card.corrects")}</dt>
            <dd lang="en">{corrects}</dd>
          </>
        )}
      </dl>
      <details className={classes.more}>
        <summary>{t("card.json")}</summary>
        <pre className={classes.json}>{JSON.stringify(asRead, null, 2)}</pre>
      </details>
    </article>
  );
}
