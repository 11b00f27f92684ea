import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Touchpoint } from "#api/touchpoints.ts";
import classes from "#web/contacts/contact.module.css";
import { useChangeTouchpoints } from "#web/contacts/use-touchpoints.ts";
import { useNow } from "#web/platform/clock.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";
import { useKindName } from "#web/ui/kind-name.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = { touchpoint: Touchpoint; onEvidence: () => void; onRetract: () => void };

/** One thing that happened. What was taken back stays, struck through; what is one-sided says that it is no contact. */
export function TimelineEntry({ touchpoint, onEvidence, onRetract }: Props) {
  const { t } = useTranslation("contacts");
  const kindName = useKindName();
  const dates = useDates();
  const now = useNow();
  const { kind, summary, occurredAt, direction, retractedAt } = touchpoint;
  const look = [retractedAt && classes.retracted, direction === "context" && classes.oneSided];
  return (
    <li className={look.filter(Boolean).join(" ")}>
      <time className={classes.day} dateTime={occurredAt.toISOString()} title={dates.dateTime(occurredAt)}>
        {dates.date(occurredAt, undefined, now)}
      </time>
      <div className={classes.what}>
        <span className={classes.kind}>{kindName(kind)}</span>
        {summary && (
          <span className={classes.summary}>
            {t("touch.separator")}
            {summary}
          </span>
        )}
        <Marks touchpoint={touchpoint} />
      </div>
      <Actions touchpoint={touchpoint} onEvidence={onEvidence} onRetract={onRetract} />
    </li>
  );
}

function Marks({ touchpoint }: { touchpoint: Touchpoint }) {
  const { t } = useTranslation("contacts");
  const dates = useDates();
  const { direction, verification, confirmedBy, confirmedAt, retractedAt, fulfilledAt } = touchpoint;
  const isOpenClaim = verification === "claimed" && !confirmedAt;
  const proof = confirmedBy
    ? t("verification.confirmedBy", { name: confirmedBy.name })
    : t(`verification.${confirmedAt ? "confirmed" : verification}`);
  return (
    <div className={classes.meta}>
      {direction === "context" ? (
        <span className={`${classes.badge} ${classes.context}`}>{t("direction.context")}</span>
      ) : (
        <span className={`${classes.badge} ${isOpenClaim ? (classes.claimed ?? "") : ""}`}>{proof}</span>
      )}
      {direction !== "context" && <span>{t(`direction.${direction}`)}</span>}
      {touchpoint.scheduledAt && <span>{t("touch.scheduled", { when: dates.dateTime(touchpoint.scheduledAt) })}</span>}
      {fulfilledAt && <span>{t("touch.fulfilled")}</span>}
      {touchpoint.zoneAssumed && <span>{t("touch.zoneAssumed")}</span>}
      {retractedAt && <span className={classes.stop}>{t("touch.retracted", { when: dates.day(retractedAt) })}</span>}
      {verification === "claimed" && touchpoint.recordedBy && (
        <span>{t("touch.recordedBy", { name: touchpoint.recordedBy.name })}</span>
      )}
    </div>
  );
}

function Actions({ touchpoint, onEvidence, onRetract }: Props) {
  const { t } = useTranslation("contacts");
  const { confirm } = useChangeTouchpoints();
  const mayConfirm = useMay("touchpoints:confirm");
  const mayWrite = useMay("contacts:write");
  const { id, verification, confirmedAt, retractedAt, direction } = touchpoint;
  const isOpenClaim = verification === "claimed" && !confirmedAt && !retractedAt && direction !== "context";
  return (
    <div className={classes.actions}>
      {isOpenClaim && mayConfirm && (
        <Button variant="default" size="compact-xs" loading={confirm.isPending} onClick={() => confirm.mutate(id)}>
          {t("touch.confirm")}
        </Button>
      )}
      <Button variant="subtle" color="gray" c="dimmed" fw={500} size="compact-xs" onClick={onEvidence}>
        {t("evidence.open")}
      </Button>
      {mayWrite && !retractedAt && (
        <Button variant="subtle" color="gray" c="dimmed" fw={500} size="compact-xs" onClick={onRetract}>
          {t("touch.retract")}
        </Button>
      )}
      {confirm.error && <ProblemAlert error={confirm.error} />}
    </div>
  );
}
