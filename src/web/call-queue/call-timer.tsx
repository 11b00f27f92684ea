import { useTranslation } from "react-i18next";
import classes from "#web/call-queue/call.module.css";
import { useNow } from "#web/platform/clock.ts";

const secondMs = 1000;
const hourSeconds = 3600;
const minuteSeconds = 60;

/** How long the call has been running, "02:37". */
export function CallTimer({ since }: { since: Date }) {
  const { t } = useTranslation("call-queue");
  const now = useNow(secondMs);
  const seconds = Math.max(0, Math.floor((now.getTime() - since.getTime()) / secondMs));
  return (
    <span className={classes.timer} role="timer" aria-label={t("call.timer")}>
      <span className={classes.live} aria-hidden />
      {durationText(seconds)}
    </span>
  );
}

function durationText(seconds: number): string {
  const hours = Math.floor(seconds / hourSeconds);
  const rest = [Math.floor((seconds % hourSeconds) / minuteSeconds), seconds % minuteSeconds];
  const text = rest.map((part) => String(part).padStart(2, "0")).join(":");
  return hours > 0 ? `${hours}:${text}` : text;
}
