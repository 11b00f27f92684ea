import { useTranslation } from "react-i18next";
import type { AccountRow } from "#api/accounts.ts";
import classes from "#web/accounts/accounts.module.css";
import { useDates } from "#web/platform/dates.ts";

type Props = { account: Pick<AccountRow, "people" | "hot" | "warm" | "cold"> };

/** How many people there are and how warm, as words and as a bar. */
export function PeopleWarmth({ account: { people, hot, warm, cold } }: Props) {
  const { t } = useTranslation("accounts");
  const dates = useDates();
  const parts = [
    hot > 0 && t("warmth.hot", { count: hot }),
    warm > 0 && t("warmth.warm", { count: warm }),
    cold > 0 && t("warmth.cold", { count: cold }),
  ].filter((part) => part !== false);
  return (
    <div className={classes.people}>
      <span>{people === 1 ? t("warmth.person") : t("warmth.people", { number: dates.number(people) })}</span>
      {people > 0 && <span className={classes.soft}>{parts.join(" · ")}</span>}
      {people > 0 && (
        <div className={classes.bar} aria-hidden>
          {hot > 0 && <span className={classes.hot} style={{ flexGrow: hot }} />}
          {warm > 0 && <span className={classes.warm} style={{ flexGrow: warm }} />}
          {cold > 0 && <span className={classes.cold} style={{ flexGrow: cold }} />}
        </div>
      )}
    </div>
  );
}
