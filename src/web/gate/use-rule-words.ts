import { useTranslation } from "react-i18next";
import type { RulePackRow } from "#api/rule-packs.ts";
import type { Mechanism, Week } from "#domain/gate/packs/row.ts";
import { useDates } from "#web/platform/dates.ts";

type Line = { name: string; text: string };

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** What a rule does, to whom, how and since when, in the reader's language. */
export function useRuleWords(): (row: RulePackRow) => Line[] {
  const { t } = useTranslation("gate");
  const dates = useDates();
  const doing = useMechanismWords();
  return ({ rule, modes, audience, purposes, from, to }) => {
    const named = (values: readonly string[], prefix: string) =>
      dates.list(values.map((value) => t(`${prefix}.${value}`, { defaultValue: value })));
    const binds = [
      modes ? named(modes, "mode") : t("card.everyMode"),
      audience ? named(audience, "audience") : t("card.everybody"),
      purposes === "all" ? t("card.everyPurpose") : purposes ? named(purposes, "purpose") : t("card.wanting"),
    ];
    // The server answers with the pack's own rows; the contract leaves their mechanism open.
    const lines = [
      { name: "does", text: doing(rule as unknown as Mechanism) },
      { name: "binds", text: binds.join(" · ") },
      {
        name: "force",
        text: [from && t("card.from", { day: from }), to && t("card.to", { day: to })].filter(Boolean).join(", "),
      },
    ];
    return lines.filter(({ text }) => text !== "");
  };
}

function useMechanismWords(): (rule: Mechanism) => string {
  const { t } = useTranslation("gate");
  const dates = useDates();
  const dayName = (day: string) => t(`day.${day}`);
  return (rule) => {
    const what = t(`mechanism.${rule.kind}`);
    switch (rule.kind) {
      case "hours":
        return [what, weekText(rule.week, dayName, t("card.closedDay")), rule.closedOn && t("card.holidays")]
          .filter(Boolean)
          .join(" · ");
      case "closed":
        return [what, dates.list((rule.weekdays ?? []).map(dayName)), rule.calendar && t("card.holidays")]
          .filter(Boolean)
          .join(" · ");
      case "cap":
        return [what, capText(rule, t)].join(" · ");
      case "list":
        return [what, rule.lists.join(", ")].join(" · ");
      case "fresh":
        return [what, rule.lists.join(", "), t("card.days", { count: rule.days })].join(" · ");
      case "forbid":
      case "need":
        return [what, rule.missing?.wouldChange].filter(Boolean).join(" · ");
      case "oblige":
        return [what, rule.text].join(" · ");
      default:
        return what;
    }
  };
}

type Translate = ReturnType<typeof useTranslation<"gate">>["t"];

function capText({ attempts, hours, days: inDays, perSubject }: Mechanism & { kind: "cap" }, t: Translate): string {
  const times = inDays
    ? t("card.capDays", { count: attempts, days: inDays })
    : t("card.capHours", { count: attempts, hours: hours ?? 0 });
  return perSubject ? `${times} · ${t("card.perSubject")}` : times;
}

/** Days with the same hours stand together. */
function weekText(week: Week, dayName: (day: string) => string, closed: string): string {
  const hoursOf = (day: (typeof days)[number]) =>
    (week[day] ?? []).map(([from, until]) => `${from}–${until}`).join(", ") || closed;
  const groups = new Map<string, string[]>();
  for (const day of days) groups.set(hoursOf(day), [...(groups.get(hoursOf(day)) ?? []), dayName(day)]);
  return [...groups].map(([hours, names]) => `${names.join(", ")} ${hours}`).join("; ");
}
