import { useTranslation } from "react-i18next";
import type { GateDecision } from "#api/decisions.ts";
import classes from "#web/gate/gate.module.css";
import { decidingRules } from "#web/gate/gate-sentence.ts";
import { MissingFacts } from "#web/gate/missing-facts.tsx";
import { Reliances } from "#web/gate/reliances.tsx";
import { RuleList } from "#web/gate/rule-list.tsx";

type Props = {
  decision: GateDecision;
  /** The answer in one sentence. */
  sentence: string;
  /** Which of the things that the attempt relies on can be shown, and what shows it. */
  proofOf?: (reliance: GateDecision["reliesOn"][number]) => (() => void) | undefined;
};

/** The gate's answer: one sentence, what it rests on, what would change it; then the rules in their own words. */
export function GateAnswer({ decision, sentence, proofOf }: Props) {
  const { t } = useTranslation("gate");
  const isAllowed = decision.verdict === "allow";
  // The sentence of a recorded yes names the grounds itself; then the list is there for its proofs only.
  const isProved = proofOf !== undefined || decision.reliesOn.some(({ evidence }) => evidence);
  const showsGrounds = decision.verdict === "defer" || (isAllowed && isProved);
  const deciding = decidingRules(decision);
  const others = decision.rules.filter((rule) => !deciding.includes(rule) && rule.effect !== "oblige");
  return (
    <div className={classes.answer}>
      <div className={`${classes.box} ${isAllowed ? classes.allowed : classes.refused}`} role="status">
        <strong>{sentence}</strong>
        {showsGrounds && <Reliances reliesOn={decision.reliesOn} proofOf={proofOf} />}
        {!isAllowed && <MissingFacts missing={decision.missing} />}
        {decision.contested && (
          <div className={classes.contestedLine}>
            <span className={classes.mark}>{t("contested")}</span> {t("contestedWhy")}
          </div>
        )}
      </div>
      <RuleList rules={deciding} />
      {others.length > 0 && (
        <details className={classes.more}>
          <summary>
            {deciding.length > 0
              ? t("rules.others", { count: others.length })
              : t("rules.ground", { count: others.length })}
          </summary>
          <RuleList rules={others} />
        </details>
      )}
    </div>
  );
}
