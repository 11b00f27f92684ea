import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { GateDecision } from "#api/decisions.ts";
import classes from "#web/gate/gate.module.css";
import { useNow } from "#web/platform/clock.ts";
import { ownTimeZone, useDates } from "#web/platform/dates.ts";

type Reliance = GateDecision["reliesOn"][number];
type Props = {
  reliesOn: readonly Reliance[];
  proofOf?: ((reliance: Reliance) => (() => void) | undefined) | undefined;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What the attempt relies on, with its proof one click away. */
export function Reliances({ reliesOn, proofOf }: Props) {
  const { t } = useTranslation("gate");
  const dates = useDates();
  const now = useNow();
  if (reliesOn.length === 0) return null;
  return (
    <div>
      {t("reliesOn")}
      <ul className={classes.facts}>
        {reliesOn.map((reliance) => {
          const { kind, at, evidence } = reliance;
          const text = t(`basis.${kind}`, { date: dates.date(new Date(at), ownTimeZone, now) });
          const show = proofOf?.(reliance);
          return (
            <li key={`${kind} ${at} ${evidence}`}>
              {show ? (
                <Anchor
                  component="button"
                  type="button"
                  fz="inherit"
                  c="inherit"
                  className={classes.proof ?? ""}
                  underline="always"
                  onClick={show}
                >
                  {text}
                </Anchor>
              ) : (
                text
              )}
              {evidence && !uuid.test(evidence) && (
                <span className={classes.own}> {t("evidence", { what: evidence })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
