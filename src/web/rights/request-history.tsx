import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RequestEvent } from "#api/person-requests.ts";
import { useDates } from "#web/platform/dates.ts";
import classes from "#web/rights/rights.module.css";

/** What was done about a request, the oldest first. */
export function RequestHistory({ events }: { events: readonly RequestEvent[] }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  return (
    <ul className={classes.history}>
      {events.map(({ id, event, details, happenedAt, by }) => (
        <li key={id}>
          <Text>{t(`event.${event}`)}</Text>
          <Text size="sm" className={classes.faint}>
            {t("by", { name: by ?? t("byProgram"), when: dates.dateTime(happenedAt) })}
          </Text>
          <Said details={details} />
        </li>
      ))}
    </ul>
  );
}

/** What somebody wrote with it. */
function Said({ details }: { details: Record<string, unknown> }) {
  const { how, reason, fields } = details;
  const text = [how, event(reason), Array.isArray(fields) ? fields.join(", ") : undefined].find(
    (each) => typeof each === "string" && each !== "",
  );
  return typeof text === "string" ? <Text size="sm">{text}</Text> : null;
}

/** A ground of a refusal is a code, which the facts show in words. */
function event(reason: unknown): string | undefined {
  return typeof reason === "string" && !/^[a-z_]+$/.test(reason) ? reason : undefined;
}
