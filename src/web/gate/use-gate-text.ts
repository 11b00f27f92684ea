import { useTranslation } from "react-i18next";
import type { GateDecision } from "#api/decisions.ts";
import { bothClocks, decidingRules, gateSentence, offsetIn, whyText } from "#web/gate/gate-sentence.ts";
import { useNow } from "#web/platform/clock.ts";
import { ownTimeZone, useDates } from "#web/platform/dates.ts";

/** The gate's answer in the reader's language: as a sentence, as its reason alone, and from when on it is another. */
export function useGateText() {
  const { t } = useTranslation("gate");
  const dates = useDates();
  const now = useNow();
  const today = { t, dates, now, timeZone: ownTimeZone };
  const anyDay = { ...today, now: undefined };
  return {
    /** For the rep: what may be done now. */
    sentence: (decision: GateDecision, facts: { allowedUntil?: Date | null; theirZone?: string | null } = {}) =>
      gateSentence({ decision, ...facts }, today),
    /** For the record: what was decided. */
    record: (decision: GateDecision) => gateSentence({ decision, form: "record" }, anyDay),
    /** The reason as a sentence of its own, and the rule that it is of. */
    why: (decision: GateDecision) => ({ text: asSentence(whyText(decision, t)), rule: decidingRules(decision)[0] }),
    /** From when on, first on the reader's clock; theirs repeats no day that is the same. */
    opening: (until: string) => {
      const { theirs: yours, yours: theirs } = bothClocks(new Date(until), ownTimeZone, {
        ...today,
        timeZone: offsetIn(until) ?? ownTimeZone,
      });
      return { yours, theirs };
    },
    duties: (decision: Pick<GateDecision, "obligations">) =>
      onceEach(decision.obligations).map(({ id, text, citation }) => ({
        id,
        text: t(`obligation.${id}`, { defaultValue: text }),
        citation,
      })),
  };
}

function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One row of the law may ask for several things; they are ticked off together. */
function onceEach(obligations: GateDecision["obligations"]): GateDecision["obligations"] {
  const byId = new Map<string, GateDecision["obligations"][number]>();
  for (const each of obligations) {
    const known = byId.get(each.id);
    byId.set(each.id, known ? { ...known, text: `${known.text} ${each.text}` } : each);
  }
  return [...byId.values()];
}
