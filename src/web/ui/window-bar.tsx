import { useTranslation } from "react-i18next";
import type { CallWindow, Temperature } from "#domain/temperature/standing.ts";
import { hourMs, minuteMs } from "#domain/time.ts";
import { useDates } from "#web/platform/dates.ts";
import classes from "./window-bar.module.css";

type Props = { window: CallWindow; temperature: Temperature; now: Date };

const hoursWithoutDay = 36;
const hoursNamedByWeekday = 6 * 24;

/** How much of the call window is left, as a sentence and as a bar. */
export function WindowBar({ window, temperature, now }: Props) {
  const text = useWindowText(window, now);
  if (!text) return null;
  const share = shareLeft(window, now);
  return (
    <div className={classes.window}>
      <span>{text}</span>
      {share !== undefined && (
        <div className={classes.track} aria-hidden>
          <div className={`${classes.left} ${classes[temperature]}`} style={{ width: `${Math.round(share * 100)}%` }} />
        </div>
      )}
    </div>
  );
}

function useWindowText({ state, opensAt, closesAt }: CallWindow, now: Date): string | undefined {
  const { t } = useTranslation("ui");
  const dates = useDates();
  if (state === "none" || !opensAt || !closesAt) return undefined;
  if (state === "early") return t("window.opens", { when: dates.dayTime(opensAt) });
  if (state === "late") return t("window.late", { when: dates.shortDay(closesAt) });
  const leftMs = closesAt.getTime() - now.getTime();
  if (leftMs < hourMs) return t("window.minutesLeft", { count: Math.max(1, Math.ceil(leftMs / minuteMs)) });
  const hours = Math.floor(leftMs / hourMs);
  const isNear = hours < hoursNamedByWeekday;
  if (hours < hoursWithoutDay) return t("window.closesInHours", { count: hours });
  return t("window.until", { when: isNear ? dates.dayTime(closesAt) : dates.shortDay(closesAt) });
}

/** From 1 where the window has just opened to 0 where it closes; undefined outside of it. */
function shareLeft({ state, opensAt, closesAt }: CallWindow, now: Date): number | undefined {
  if (state !== "in_window" || !opensAt || !closesAt) return undefined;
  const length = closesAt.getTime() - opensAt.getTime();
  return length <= 0 ? undefined : Math.min(1, Math.max(0.02, (closesAt.getTime() - now.getTime()) / length));
}
