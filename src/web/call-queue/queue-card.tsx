import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { GateDecision } from "#api/decisions.ts";
import type { QueueRow, QueueTab } from "#api/queue.ts";
import { workOf } from "#web/call-queue/person-line.ts";
import classes from "#web/call-queue/today.module.css";
import { useReasonText, useWording } from "#web/call-queue/use-wording.ts";
import { dueText } from "#web/call-queue/when-text.ts";
import { useGateText } from "#web/gate/use-gate-text.ts";
import { TemperatureBadge } from "#web/ui/temperature-badge.tsx";
import { WindowBar } from "#web/ui/window-bar.tsx";

type Props = { row: QueueRow; tab: QueueTab; isChosen: boolean; onOpen: () => void };

/** One person of the queue: how warm, who, and why now. */
export function QueueCard({ row, tab, isChosen, onOpen }: Props) {
  const { contact, temperature } = row;
  return (
    <Link
      to="/today"
      search={{ tab, person: contact.id }}
      replace={isChosen}
      id={`person-${contact.id}`}
      className={`${classes.card} ${isHeld(row) ? classes.held : ""}`}
      aria-current={isChosen ? "true" : undefined}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        onOpen();
      }}
    >
      <TemperatureBadge temperature={temperature} />
      <div className={classes.who}>
        <div>
          <span className={classes.name}>{contact.name}</span>{" "}
          <span className={classes.soft}>{workOf(contact) || contact.place}</span>
        </div>
        <Why row={row} />
      </div>
      <div className={classes.when}>
        <When row={row} />
      </div>
    </Link>
  );
}

function Why({ row }: { row: QueueRow }) {
  const { t } = useTranslation("call-queue");
  const reasonText = useReasonText();
  return (
    <div className={classes.why}>
      {row.attempt?.note || (isHeld(row) ? <WhyNot decision={row.decision} /> : reasonText(row.reason))}
      {row.reservation && !row.reservation.mine && (
        <div className={classes.reserved}>{t("today.reserved", { name: row.reservation.name })}</div>
      )}
    </div>
  );
}

type Held = QueueRow & { decision: GateDecision };

function isHeld(row: QueueRow): row is Held {
  return row.decision !== null && row.decision.verdict !== "allow";
}

/** Why the gate holds this person, with the rule and its source. */
function WhyNot({ decision }: { decision: GateDecision }) {
  const { text, rule } = useGateText().why(decision);
  return (
    <>
      {text}
      {rule && (
        <div className={classes.rule} lang="en">
          {rule.id} · {rule.citation}
        </div>
      )}
    </>
  );
}

function When({ row: { attempt, decision, notYet, window, temperature } }: { row: QueueRow }) {
  const { t } = useTranslation("call-queue");
  const wording = useWording();
  const { opening } = useGateText();
  if (attempt) {
    return (
      <>
        {attempt.outcome ? t(`outcome.${attempt.outcome}`) : t("today.inCall")}
        <div>{wording.dates.time(attempt.startedAt)}</div>
      </>
    );
  }
  if (decision?.verdict === "deny") return t("today.held.deny");
  if (decision?.verdict === "defer" && decision.until) {
    const { theirs, yours } = opening(decision.until);
    return (
      <>
        {t("today.held.defer", { when: yours })}
        {theirs !== yours && <div>{t("today.held.theirs", { when: theirs })}</div>}
      </>
    );
  }
  if (notYet) return t(`today.notYet.${notYet.code}`, { when: dueText(notYet.at, wording) });
  return <WindowBar window={window} temperature={temperature} now={wording.now} />;
}
