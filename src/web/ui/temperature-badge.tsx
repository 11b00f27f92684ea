import { useTranslation } from "react-i18next";
import type { Temperature } from "#domain/temperature/standing.ts";
import classes from "./temperature-badge.module.css";

/** Hot, warm or cold: the only thing that colour means. */
export function TemperatureBadge({ temperature }: { temperature: Temperature }) {
  const { t } = useTranslation("ui");
  return <span className={`${classes.badge} ${classes[temperature]}`}>{t(`temperature.${temperature}`)}</span>;
}
