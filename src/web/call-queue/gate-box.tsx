import { useTranslation } from "react-i18next";
import type { Brief } from "#api/brief.ts";
import classes from "#web/call-queue/gate-box.module.css";
import { useGateText } from "#web/call-queue/gate-text.ts";
import { useWording } from "#web/call-queue/use-wording.ts";

type Props = { decision: Brief["decision"]; allowedUntil: Date | null; timeZone: string | null };

/** Whether the call is allowed, until or from when, and what it relies on. Green stands for "allowed" alone. */
export function GateBox({ decision, allowedUntil, timeZone }: Props) {
  const { t } = useTranslation("call-queue");
  const { refusals, missing, reliesOn } = useGateText(decision);
  const { dates } = useWording();
  const clocks = useBothClocks(timeZone);
  const isAllowed = decision.verdict === "allow";
  return (
    <div className={`${classes.box} ${isAllowed ? classes.allowed : classes.refused}`} role="status">
      <strong>{headOf()}</strong>
      {refusals.map((text) => (
        <div key={text}>{text}</div>
      ))}
      {missing && !isAllowed && <div>{missing}</div>}
      {isAllowed && reliesOn.length > 0 && <div>{t("gate.reliesOn", { grounds: dates.list(reliesOn) })}</div>}
    </div>
  );

  function headOf(): string {
    if (isAllowed) return allowedUntil ? clocks(true, allowedUntil) : t("gate.allowed");
    const until = decision.verdict === "defer" ? decision.until : undefined;
    return until ? clocks(false, new Date(until), offsetIn(until)) : t("gate.denied");
  }
}

/** The server knows the rules of a zone better than an old browser does: "…T09:00:00-07:00" says it itself. */
function offsetIn(instant: string): string | undefined {
  return /[+-]\d\d:\d\d$/.exec(instant)?.[0];
}

/** Words an instant on both clocks, or on one where they show the same. */
function useBothClocks(theirZone: string | null): (isAllowed: boolean, at: Date, theirOffset?: string) => string {
  const { t, dates, now, timeZone } = useWording();
  return (isAllowed, at, theirOffset) => {
    const clock = (zone: string) =>
      dates.day(at, zone) === dates.day(now, zone)
        ? dates.time(at, zone)
        : `${dates.day(at, zone)} ${dates.time(at, zone)}`;
    const yours = clock(timeZone);
    const theirs = clock(theirOffset ?? theirZone ?? timeZone);
    if (theirs === yours)
      return isAllowed ? t("gate.allowedUntilSame", { theirs }) : t("gate.deferredSame", { theirs });
    return isAllowed ? t("gate.allowedUntil", { theirs, yours }) : t("gate.deferred", { theirs, yours });
  };
}
