import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PersonRequest } from "#api/person-requests.ts";
import { daysBetween, localDay } from "#domain/time.ts";
import { useNow } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { useDay } from "#web/rights/day.tsx";
import classes from "#web/rights/rights.module.css";

/** The last day, and how near it is. */
export function Due({ request }: { request: PersonRequest }) {
  const { t } = useTranslation("rights");
  const day = useDay();
  const today = localDay(useNow(), ownTimeZone);
  const { answerBy, urgency } = request;
  const left = daysBetween(today, answerBy);
  const near = () => {
    if (urgency === "overdue") return t("due.overdue", { count: Math.max(1, -left) });
    if (urgency === "today") return t("due.today");
    return t("due.left", { count: Math.max(0, left) });
  };
  return (
    <>
      <Text>{day(answerBy)}</Text>
      {urgency !== "closed" && (
        <Text
          size="sm"
          className={(urgency === "open" ? classes.faint : urgency === "soon" ? classes.soon : classes.late) ?? ""}
        >
          {near()}
        </Text>
      )}
    </>
  );
}
