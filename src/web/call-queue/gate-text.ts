import { useTranslation } from "react-i18next";
import type { GateDecision } from "#api/decisions.ts";
import { useWording } from "#web/call-queue/use-wording.ts";

export type GateText = {
  /** Why not, one sentence a rule. */
  refusals: string[];
  /** Which facts would change a no. */
  missing: string | undefined;
  /** What the attempt relies on. */
  reliesOn: string[];
  obligations: { id: string; text: string }[];
};

/** A decision of the gate in words; a rule that the catalogue does not know speaks for itself. */
export function useGateText(decision: GateDecision | null): GateText {
  const { t } = useTranslation("call-queue");
  const { dates, now, timeZone } = useWording();
  const { rules = [], missing = [], reliesOn = [], obligations = [] } = decision ?? {};
  // Where a fact must change first, the hours are beside the point.
  const stopping = rules.filter(({ effect }) => effect === decision?.verdict);
  const facts = missing.map(({ fact, wouldChange }) =>
    t(`gate.fact.${fact.replaceAll(".", "_")}`, { defaultValue: wouldChange }),
  );
  return {
    refusals: [...new Set(stopping.map(({ id, reason }) => t(`gate.rule.${id}`, { defaultValue: reason })))],
    missing: facts.length > 0 ? t("gate.missing", { facts: [...new Set(facts)].join(", ") }) : undefined,
    reliesOn: reliesOn.map(({ kind, at }) =>
      t(`gate.basis.${kind}`, { date: dates.date(new Date(at), timeZone, now) }),
    ),
    obligations: obligations.map(({ id, text }) => ({ id, text: t(`gate.obligation.${id}`, { defaultValue: text }) })),
  };
}
