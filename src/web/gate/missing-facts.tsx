import { useTranslation } from "react-i18next";
import type { GateDecision } from "#api/decisions.ts";
import classes from "#web/gate/gate.module.css";

/** Which facts would change a no: in the reader's language, then in the rule's own words. */
export function MissingFacts({ missing }: Pick<GateDecision, "missing">) {
  const { t } = useTranslation("gate");
  if (missing.length === 0) return null;
  return (
    <div>
      {t("missing")}
      <ul className={classes.facts}>
        {missing.map(({ fact, wouldChange }) => (
          <li key={`${fact} ${wouldChange}`}>
            {t(`change.${nameOf(fact)}`, { defaultValue: wouldChange })}
            <div className={classes.own} lang="en">
              {wouldChange}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "seller.registers.us-dnc" is of whichever list; a dot would be a level of the catalogue. */
function nameOf(fact: string): string {
  return fact.startsWith("seller.registers.") ? "seller_registers" : fact.replaceAll(".", "_");
}
